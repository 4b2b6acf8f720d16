/*
 * Every document with content that nobody would write, another one for each seed: papers, languages and large type
 * take turns. Whatever it is, nothing touches, nothing is cut, codes can be read and symbols have words.
 */
#include "config.h"

#include "guide-fixture.h"
#include "yz-document-kind.h"
#include "yz-qr.h"
#include "yz-station-card-block.h"

#define N_SEEDS 8
#define N_STATIONS 17

/* Beside a symbol, in millimetres. */
#define WORD_DISTANCE 12

static const char *const strange_names[] = {
  "站",
  "Pneumonoultramicroscopicsilicovolcanoconiosisstationofdistrict",
  "Wi-Fi / (A+B) 100% <b>&amp;</b> “引号”、《书名》——驿站……",
  "龘靐齉爩㑇㐱囍燚驫麤驿站",
  "1234567890123456789012345678901234567890",
};

static const char *const strange_hours[] = {
  "Mo 08:00-09:00,10:00-11:00,12:00-13:00,14:00-15:00,16:00-17:00; Tu 08:10-09:10; We 08:20-09:20; Th 08:30-09:30; "
  "Fr 08:40-09:40; Sa 08:50-09:50; Su 09:00-10:00; PH off",
  "Apr-Jun: Mo-Su 07:30-20:00; Jul-Sep: Mo-Su 07:00-21:00; Oct-Dec: Mo-Su 08:30-17:30; Jan-Mar: Mo-Su 09:00-16:00",
  "Mo-Su off",
  "Mo-Fr 22:00-06:00, Mo-Fr 06:00-22:00 open \"自助，刷身份证后按门铃等候，听到提示音再推门\"; Sa,Su 00:00-24:00",
};

static void
make_strange (YzGuideStation *station, YzPrintLanguage language, guint i)
{
  const YzHoursLanguage words = language == YZ_PRINT_ENGLISH ? YZ_HOURS_ENGLISH : YZ_HOURS_CHINESE;
  g_autofree char *described = NULL;

  g_free (station->name);
  station->name = g_strdup (strange_names[i % G_N_ELEMENTS (strange_names)]);
  g_free (station->address);
  station->address = g_strdup (i % 2 == 0 ? strange_names[1] : "");
  g_clear_pointer (&station->hours, yz_hours_unref);
  g_clear_pointer (&station->hours_lines, g_strfreev);
  g_clear_pointer (&station->week, g_array_unref);
  station->hours = yz_hours_parse (strange_hours[i % G_N_ELEMENTS (strange_hours)], NULL, NULL);
  g_assert_nonnull (station->hours);
  described = yz_hours_describe (station->hours, words);
  station->hours_lines = g_strsplit (described, language == YZ_PRINT_ENGLISH ? "; " : "；", -1);
  station->week = yz_hours_get_week (station->hours, NULL, 739629);
}

static YzGuideContent *
new_content (YzPrintLanguage language, guint32 seed)
{
  YzGuideContent *content = guide_fixture_new (language, N_STATIONS, seed, TRUE);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < content->stations->len; i++)
    if (g_rand_int_range (rand, 0, 3) == 0)
      make_strange (g_ptr_array_index (content->stations, i), language, g_rand_int_range (rand, 0, 1000));
  return content;
}

static gboolean
is_service (const YzMark *mark)
{
  return mark->kind == YZ_MARK_SYMBOL && g_str_has_prefix (mark->name, "yz-service-");
}

static gboolean
is_code (const YzMark *mark)
{
  return mark->kind == YZ_MARK_SYMBOL && g_str_has_prefix (mark->name, "geo:");
}

/* On its line, or right below or above it. */
static gboolean
is_beside (const YzRect *symbol, const YzRect *text)
{
  double across = MAX (symbol->x, text->x) - MIN (symbol->x + symbol->width, text->x + text->width);
  double down = MAX (symbol->y, text->y) - MIN (symbol->y + symbol->height, text->y + text->height);

  return (down < 0 && across < WORD_DISTANCE) || (across < 0 && down < WORD_DISTANCE / 2.0);
}

static void
check_word (GPtrArray *marks, const YzMark *symbol, guint page)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const YzMark *mark = g_ptr_array_index (marks, i);

      if (mark->kind == YZ_MARK_TEXT && is_beside (&symbol->box, &mark->box))
        return;
    }
  g_test_message ("page %u: no word beside %s at %.1f, %.1f", page + 1, symbol->name, symbol->box.x, symbol->box.y);
  g_test_fail ();
}

static void
check_code (const YzMark *mark, guint page)
{
  if (is_code (mark) && mark->box.width + 0.001 < yz_qr_get_width (mark->name))
    {
      g_test_message ("page %u: the code %s is %.1f mm wide: too small to be read", page + 1, mark->name,
                      mark->box.width);
      g_test_fail ();
    }
}

/* Pins hold their number, so that theirs is no overlap. */
static void
check_apart (GPtrArray *marks, const YzMark *symbol, guint page)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const YzMark *mark = g_ptr_array_index (marks, i);
      const YzRect *a = &symbol->box, *b = &mark->box;
      double across = MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x);
      double down = MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y);

      if (mark == symbol || mark->kind == YZ_MARK_RECORD || across < 0.05 || down < 0.05)
        continue;
      g_test_message ("page %u: %s and “%s” overlap by %.2f × %.2f mm at %.1f, %.1f", page + 1, symbol->name,
                      mark->name, across, down, b->x, b->y);
      g_test_fail ();
    }
}

static void
check_marks (YzPages *pages)
{
  for (guint i = 0; i < yz_pages_get_n (pages); i++)
    {
      g_autoptr (GPtrArray) marks = yz_pages_collect (pages, i);

      for (guint k = 0; k < marks->len; k++)
        {
          const YzMark *mark = g_ptr_array_index (marks, k);

          check_code (mark, i);
          if (is_service (mark))
            check_word (marks, mark, i);
          if (is_service (mark) || is_code (mark))
            check_apart (marks, mark, i);
        }
    }
}

/* What the index says: the page of a station's card is one that shows the station. */
static void
check_cards (YzPages *pages, const YzGuideContent *content)
{
  for (guint i = 0; i < content->stations->len; i++)
    {
      const YzGuideStation *station = g_ptr_array_index (content->stations, i);
      g_autofree char *anchor = yz_station_card_get_anchor (station);
      guint page = yz_pages_get_page_of (pages, anchor);
      g_autoptr (GPtrArray) marks = NULL;
      gboolean found = FALSE;

      g_assert_cmpuint (page, <=, yz_pages_get_n (pages));
      if (page == 0)
        continue;
      marks = yz_pages_collect (pages, page - 1);
      for (guint k = 0; k < marks->len && !found; k++)
        {
          const YzMark *mark = g_ptr_array_index (marks, k);

          found = mark->kind == YZ_MARK_RECORD && g_str_equal (mark->name, station->id);
        }
      if (!found)
        {
          g_test_message ("“%s” is not on page %u", station->name, page);
          g_test_fail ();
        }
    }
}

static void
check_seed (const YzDocumentKind *kind, guint32 seed)
{
  const guint n_papers = g_strv_length ((char **) kind->papers);
  const YzPaper *paper = yz_paper_find (kind->papers[seed % n_papers], NULL);
  const YzPrintLanguage language = (seed + seed / n_papers) % (YZ_PRINT_BOTH + 1);
  g_autoptr (YzGuideContent) content = new_content (language, seed);
  const YzDocumentOptions options = { .first = "2026-02-15", .last = "2026-02-23", .holiday = "Spring Festival" };
  const YzPagesOptions look = { .paper = paper, .language = language, .large = seed % 2, .grey = seed % 4 == 2 };
  g_autoptr (GError) error = NULL;
  g_autoptr (YzDocument) document = yz_document_kind_build (kind, content, paper, &options, &error);
  g_autoptr (YzPages) pages = NULL;
  g_autofree char *name = g_strdup_printf ("wild-%s-%u", kind->nick, seed);

  g_assert_no_error (error);
  pages = yz_pages_new (document, &look, &error);
  g_assert_true (yz_pages_make_all (pages, NULL, &error));
  g_assert_no_error (error);
  g_test_message ("%s: %s, %s, %u pages", name, paper->nick, yz_print_language_get_nick (language),
                  yz_pages_get_n (pages));
  guide_fixture_show (pages, name);
  guide_fixture_check (pages);
  check_marks (pages);
  check_cards (pages, content);
}

static void
test_document (gconstpointer data)
{
  for (guint32 seed = 1; seed <= N_SEEDS; seed++)
    check_seed (data, seed);
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
      g_autofree char *path = g_strconcat ("/guide/documents-wild/", kinds[i].nick, NULL);

      g_test_add_data_func (path, &kinds[i], test_document);
    }
  return g_test_run ();
}
