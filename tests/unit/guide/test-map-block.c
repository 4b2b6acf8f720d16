/* Maps on every paper, with streets and without: what is on them stays on the page and does not overlap. */
#include "config.h"

#include "carto-fixture.h"
#include "guide-fixture.h"
#include "yz-document.h"
#include "yz-map-block.h"
#include "yz-output.h"

#include <string.h>

/* Brings the fixture's stations into the small town of the carto tests. */
static void
move_to_town (YzGuideContent *content)
{
  for (guint i = 0; i < content->stations->len; i++)
    {
      YzGuideStation *station = g_ptr_array_index (content->stations, i);

      station->position.lon = 104.001 + (station->position.lon - 113.6) * 0.2;
      station->position.lat = 30.001 + (station->position.lat - 34.7) * 0.25;
    }
}

static YzGuideContent *
new_content (YzPrintLanguage language, guint n_stations, gboolean with_streets)
{
  YzGuideContent *content = guide_fixture_new (language, n_stations, 3, FALSE);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (!with_streets)
    return content;
  path = carto_fixture_import ("map-block.gpkg");
  content->basemap = yz_basemap_new ((const char *const[]){ path, NULL }, &error);
  g_assert_no_error (error);
  content->attribution = g_strdup ("© OpenStreetMap contributors");
  move_to_town (content);
  return content;
}

static YzPages *
new_pages (const YzGuideContent *content, const YzPaper *paper, const YzMapBlockOptions *map_options, gboolean grey)
{
  g_autoptr (YzDocument) document = yz_document_new ("map");
  const YzPagesOptions options = { .paper = paper, .language = content->language, .grey = grey };
  YzSection *section = yz_document_add_section (document, 1);
  g_autoptr (GError) error = NULL;
  YzPages *pages;

  section->bare = TRUE;
  yz_section_add (section, yz_map_block_new (content, content->stations, map_options));
  pages = yz_pages_new (document, &options, &error);
  g_assert_no_error (error);
  g_assert_true (yz_pages_make_all (pages, NULL, &error));
  g_assert_no_error (error);
  return pages;
}

static gboolean
says (YzPages *pages, const char *words)
{
  g_autoptr (GPtrArray) marks = yz_pages_collect (pages, 0);

  for (guint i = 0; i < marks->len; i++)
    {
      const YzMark *mark = g_ptr_array_index (marks, i);
      g_autofree char *line = g_strdelimit (g_strdup (mark->name), "\n", ' ');

      if (mark->kind == YZ_MARK_TEXT && strstr (line, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
check_map (const YzPaper *paper, YzMapPins pins, YzPrintLanguage language, gboolean with_streets)
{
  g_autoptr (YzGuideContent) content = new_content (language, 23, with_streets);
  const YzMapBlockOptions options = { .pins = pins, .parts = pins == YZ_MAP_DOTS ? YZ_MAP_AREAS : YZ_MAP_ALL_PARTS };
  g_autoptr (YzPages) pages = new_pages (content, paper, &options, FALSE);
  g_autofree char *name = g_strdup_printf ("map-%s-%d-%s%s", paper->nick, pins, yz_print_language_get_nick (language),
                                           with_streets ? "-streets" : "");

  g_assert_cmpuint (yz_pages_get_n (pages), ==, 1);
  guide_fixture_check (pages);
  guide_fixture_show (pages, name);
  if (pins != YZ_MAP_DOTS)
    {
      g_assert_true (says (pages, "WGS-84"));
      g_assert_true (says (pages, "1:") || says (pages, "1∶"));
      g_assert_cmpint (says (pages, "OpenStreetMap contributors"), ==, with_streets);
    }
}

static void
test_papers (gconstpointer data)
{
  guint n_papers;
  const YzPaper *papers = yz_paper_get_all (&n_papers);

  for (guint i = 0; i < n_papers; i++)
    for (YzMapPins pins = YZ_MAP_NUMBERS; pins <= YZ_MAP_LABELS; pins++)
      check_map (&papers[i], pins, i % 2 == 0 ? YZ_PRINT_CHINESE : YZ_PRINT_ENGLISH, data != NULL);
}

static guint
count_colours (YzPages *pages)
{
  cairo_surface_t *image = yz_output_image (pages, 0, 4);
  const guchar *data = cairo_image_surface_get_data (image);
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (image); y++)
    for (int x = 0; x < cairo_image_surface_get_width (image); x++)
      {
        const guchar *pixel = data + y * cairo_image_surface_get_stride (image) + 4 * x;

        n += MAX (ABS (pixel[0] - pixel[1]), ABS (pixel[1] - pixel[2])) > 3;
      }
  cairo_surface_destroy (image);
  return n;
}

static void
test_grey (void)
{
  g_autoptr (YzGuideContent) content = new_content (YZ_PRINT_CHINESE, 23, TRUE);
  const YzMapBlockOptions options = { .parts = YZ_MAP_ALL_PARTS };
  const YzPaper *paper = yz_paper_find ("a4", NULL);
  g_autoptr (YzPages) colour = new_pages (content, paper, &options, FALSE);
  g_autoptr (YzPages) grey = new_pages (content, paper, &options, TRUE);

  g_assert_cmpuint (count_colours (colour), >, 1000);
  g_assert_cmpuint (count_colours (grey), ==, 0);
}

/* The marks of pins are called by their numbers. */
static guint
count_pins (YzPages *pages)
{
  g_autoptr (GPtrArray) marks = yz_pages_collect (pages, 0);
  guint n = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const YzMark *mark = g_ptr_array_index (marks, i);

      n += mark->kind == YZ_MARK_SYMBOL && g_ascii_isdigit (mark->name[0]);
    }
  return n;
}

static void
test_pins (void)
{
  const YzMapBlockOptions numbers = { .parts = YZ_MAP_BARE }, dots = { .pins = YZ_MAP_DOTS };
  g_autoptr (YzGuideContent) content = new_content (YZ_PRINT_CHINESE, 40, FALSE);
  const YzPaper *paper = yz_paper_find ("a4", NULL);
  g_autoptr (YzPages) with_numbers = new_pages (content, paper, &numbers, FALSE);
  g_autoptr (YzPages) with_dots = new_pages (content, paper, &dots, FALSE);

  g_assert_cmpuint (count_pins (with_numbers), ==, 40);
  g_assert_cmpuint (count_pins (with_dots), ==, 40);
}

static void
test_no_position (void)
{
  g_autoptr (YzGuideContent) content = guide_fixture_new (YZ_PRINT_CHINESE, 3, 1, FALSE);
  const YzMapBlockOptions options = { .parts = YZ_MAP_ALL_PARTS };

  for (guint i = 0; i < content->stations->len; i++)
    ((YzGuideStation *) g_ptr_array_index (content->stations, i))->has_position = FALSE;
  g_assert_null (yz_map_block_new (content, content->stations, &options));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/guide/map-block/plain", NULL, test_papers);
  g_test_add_data_func ("/guide/map-block/streets", "", test_papers);
  g_test_add_func ("/guide/map-block/grey", test_grey);
  g_test_add_func ("/guide/map-block/pins", test_pins);
  g_test_add_func ("/guide/map-block/no-position", test_no_position);
  return g_test_run ();
}
