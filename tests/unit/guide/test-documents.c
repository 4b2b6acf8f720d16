/* Every document on every paper that it can stand on, in every language, with ordinary and with wild content. */
#include "config.h"

#include "guide-fixture.h"
#include "yz-document-kind.h"

static void
check_document (const YzDocumentKind *kind, const YzPaper *paper, YzPrintLanguage language, gboolean wild)
{
  g_autoptr (YzGuideContent) content = guide_fixture_new (language, 23, 7, wild);
  const YzDocumentOptions options = { .first = "2026-02-15",
                                      .last = "2026-02-23",
                                      .holiday = yz_print_say (language, "春节", "Spring Festival"),
                                      .text = "灭火器压力不足，未按月检查\n饮水机滤芯已过期",
                                      .recipient = wild ? NULL : "晴川市户外劳动者服务促进会",
                                      .deadline = wild ? NULL : "2026-03-15",
                                      .amount_fen = 120000,
                                      .start = wild ? 5 : 1 };
  const YzPagesOptions pages_options = { .paper = paper, .language = language, .large = wild };
  g_autoptr (GError) error = NULL;
  g_autoptr (YzDocument) document = yz_document_kind_build (kind, content, paper, &options, &error);
  g_autoptr (YzPages) pages = NULL;
  g_autofree char *name =
    g_strdup_printf ("%s-%s-%s%s", kind->nick, paper->nick, yz_print_language_get_nick (language), wild ? "-wild" : "");

  g_assert_no_error (error);
  pages = yz_pages_new (document, &pages_options, &error);
  g_assert_no_error (error);
  g_assert_true (yz_pages_make_all (pages, NULL, &error));
  g_assert_no_error (error);
  g_test_message ("%s: %u pages", name, yz_pages_get_n (pages));
  guide_fixture_show (pages, name);
  guide_fixture_check (pages);
}

static void
test_document (gconstpointer data)
{
  const YzDocumentKind *kind = data;

  for (guint i = 0; kind->papers[i] != NULL; i++)
    for (YzPrintLanguage language = YZ_PRINT_CHINESE; language <= YZ_PRINT_BOTH; language++)
      for (guint wild = 0; wild < 2; wild++)
        check_document (kind, yz_paper_find (kind->papers[i], NULL), language, wild);
}

int
main (int argc, char *argv[])
{
  const YzDocumentKind *kinds;
  guint n_kinds;

  g_test_init (&argc, &argv, NULL);
  kinds = yz_document_kinds_get_all (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *path = g_strconcat ("/guide/documents/", kinds[i].nick, NULL);

      g_test_add_data_func (path, &kinds[i], test_document);
    }
  return g_test_run ();
}
