/* The pocket fold: who stands on which sheet, how long it takes by bicycle, and folds of all sizes. */
#include "config.h"

#include "guide-fixture.h"
#include "yz-document-kind.h"
#include "yz-fold-private.h"

static void
check_divided (guint n, gboolean wild)
{
  g_autoptr (YzGuideContent) content = guide_fixture_new (YZ_PRINT_CHINESE, n, n, wild);
  g_autoptr (GPtrArray) groups = yz_fold_divide (content->stations);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const GPtrArray *group = g_ptr_array_index (groups, i);
      guint before = 0;

      g_assert_cmpuint (group->len, >, 0);
      g_assert_cmpuint (group->len, <=, YZ_FOLD_MOST_STATIONS);
      for (guint k = 0; k < group->len; k++)
        {
          const YzGuideStation *station = g_ptr_array_index (group, k);

          g_assert_cmpuint (station->number, >, before); /* as they were ordered */
          before = station->number;
          g_assert_true (g_hash_table_add (seen, (gpointer) station));
        }
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, n);
  if (n <= YZ_FOLD_MOST_STATIONS)
    g_assert_cmpuint (groups->len, ==, 1);
}

static void
test_divide (void)
{
  for (guint n = 1; n < 120; n += 1 + n / 10)
    {
      check_divided (n, FALSE);
      check_divided (n, TRUE);
    }
}

static void
test_minutes (void)
{
  YzGuideStation *a = yz_guide_station_new ("a", "a"), *b = yz_guide_station_new ("b", "b");

  a->position = (YzPosition){ 113.6, 34.7 };
  b->position = (YzPosition){ 113.6, 34.71 }; /* 1.11 km, by road 1.48 */
  g_assert_cmpuint (yz_fold_get_minutes (a, b), ==, 0);
  a->has_position = b->has_position = TRUE;
  g_assert_cmpuint (yz_fold_get_minutes (a, b), ==, 6);
  g_assert_cmpuint (yz_fold_get_minutes (a, a), ==, 1);
  yz_guide_station_free (a);
  yz_guide_station_free (b);
}

static void
test_sizes (void)
{
  const YzDocumentKind *kind = yz_document_kind_find ("fold", NULL);
  const YzDocumentOptions options = { .audience = "骑手、快递员、司机用" };
  const YzPagesOptions pages_options = { .paper = yz_paper_find ("fold", NULL), .language = YZ_PRINT_CHINESE };

  for (guint n = 1; n <= 17; n += n < 4 ? 1 : 4)
    {
      g_autoptr (YzGuideContent) content = guide_fixture_new (YZ_PRINT_CHINESE, n, 3, FALSE);
      g_autoptr (YzDocument) document = yz_document_kind_build (kind, content, pages_options.paper, &options, NULL);
      g_autoptr (YzPages) pages = yz_pages_new (document, &pages_options, NULL);
      g_autofree char *name = g_strdup_printf ("fold-of-%u", n);

      g_assert_true (yz_pages_make_all (pages, NULL, NULL));
      g_assert_cmpuint (yz_pages_get_n (pages) % 6, ==, 0); /* four panels, three in one, one */
      guide_fixture_show (pages, name);
      guide_fixture_check (pages);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/fold/divide", test_divide);
  g_test_add_func ("/guide/fold/minutes", test_minutes);
  g_test_add_func ("/guide/fold/sizes", test_sizes);
  return g_test_run ();
}
