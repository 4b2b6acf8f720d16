/* Cards of stations at every width and in every language; their codes, read from the rendered page. */
#include "config.h"

#include "guide-fixture.h"
#include "yz-legend-block.h"
#include "yz-output.h"
#include "yz-station-card-block.h"
#include "yz-station-words.h"

#include <glib/gstdio.h>
#include <string.h>

static YzPages *
make_pages (const YzGuideContent *content, const char *paper, guint columns, gboolean large,
            const YzStationCardOptions *options)
{
  g_autoptr (YzDocument) document = yz_document_new ("cards");
  YzSection *section = yz_document_add_section (document, columns);
  const YzPagesOptions pages_options = { .paper = yz_paper_find (paper, NULL),
                                         .language = content->language,
                                         .large = large };
  g_autoptr (GError) error = NULL;
  YzPages *pages;

  section->gutter = 6;
  section->bare = TRUE;
  for (guint i = 0; i < content->stations->len; i++)
    yz_section_add (section, yz_station_card_block_new (g_ptr_array_index (content->stations, i), options));
  yz_section_add (section, yz_legend_new (content));
  pages = yz_pages_new (document, &pages_options, &error);
  g_assert_no_error (error);
  g_assert_true (yz_pages_make_all (pages, NULL, &error));
  return pages;
}

static GBytes *
new_photo (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 640, 480);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "card-photo.png", NULL);
  char *data;
  gsize size;

  memset (cairo_image_surface_get_data (surface), 0x90, 480 * cairo_image_surface_get_stride (surface));
  cairo_surface_mark_dirty (surface);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  g_remove (path);
  return g_bytes_new_take (data, size);
}

/* What the session may say of some stations, beyond what every document's content has. */
static void
add_facts (YzGuideContent *content)
{
  g_autoptr (GBytes) photo = new_photo ();

  for (guint i = 0; i < content->stations->len; i++)
    {
      YzGuideStation *station = g_ptr_array_index (content->stations, i);
      YzGuideClosure *closure = g_new0 (YzGuideClosure, 1);

      closure->first = g_strdup ("2026-02-15");
      closure->last = g_strdup (i % 2 == 0 ? "2026-02-23" : "2026-03-01");
      closure->text = g_strdup (yz_print_say (content->language, "休息", "closed"));
      if (i % 4 == 1)
        g_ptr_array_add (station->closures, closure);
      else
        yz_guide_closure_free (closure);
      station->key_area = i % 5 == 0;
      station->smart = i % 5 == 1;
      station->changed = i % 6 == 2;
      if (i % 7 == 3)
        station->photo = g_bytes_ref (photo);
      if (i % 3 == 1)
        station->audiences = g_strsplit ("外卖骑手 货车司机 环卫工人", " ", 0);
    }
}

static void
test_cards (gconstpointer data)
{
  static const struct
  {
    const char *paper;
    guint columns;
  } layouts[] = { { "a4", 2 }, { "a4", 1 }, { "a3-landscape", 2 }, { "a5", 1 }, { "fold", 1 }, { "strip", 1 } };
  const YzStationCardOptions options = { .cell = "C1", .photo = TRUE };
  gboolean wild = GPOINTER_TO_INT (data);

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    for (YzPrintLanguage language = YZ_PRINT_CHINESE; language <= YZ_PRINT_BOTH; language++)
      {
        g_autoptr (YzGuideContent) content = guide_fixture_new (language, 23, 7, wild);
        g_autoptr (YzPages) pages = NULL;
        g_autofree char *name = NULL;

        add_facts (content);
        pages = make_pages (content, layouts[i].paper, layouts[i].columns, wild, &options);
        name = g_strdup_printf ("cards-%s-%u-%s%s", layouts[i].paper, layouts[i].columns,
                                yz_print_language_get_nick (language), wild ? "-wild" : "");
        g_test_message ("%s", name);
        guide_fixture_show (pages, name);
        guide_fixture_check (pages);
      }
}

/* --- codes -------------------------------------------------------------------------------------------------------- */

static char *
run (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL,
                NULL, &error);
  g_assert_no_error (error);
  return output;
}

/* From the PDF, at what an office printer makes of it. */
static char *
read_codes (YzPages *pages)
{
  g_autofree char *dir = g_dir_make_tmp (NULL, NULL), *pdf = g_build_filename (dir, "page.pdf", NULL);
  g_autofree char *stem = g_build_filename (dir, "page", NULL), *png = g_strconcat (stem, ".png", NULL);
  const char *draw[] = { "pdftocairo", "-png", "-singlefile", "-r", "300", pdf, stem, NULL };
  const char *scan[] = { "zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", png, NULL };
  g_autoptr (GFile) file = g_file_new_for_path (pdf);
  g_autoptr (GError) error = NULL;
  g_autofree char *drawn = NULL;
  char *codes;

  g_assert_true (yz_output_pdf (pages, file, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  drawn = run (draw);
  codes = run (scan);
  g_remove (png);
  g_remove (pdf);
  g_rmdir (dir);
  return codes;
}

static void
test_codes (void)
{
  g_autoptr (YzGuideContent) content = guide_fixture_new (YZ_PRINT_CHINESE, 8, 7, FALSE);
  g_autoptr (YzPages) pages = NULL;
  g_autofree char *zbarimg = g_find_program_in_path ("zbarimg"), *codes = NULL;
  g_autofree char *pdftocairo = g_find_program_in_path ("pdftocairo");

  if (zbarimg == NULL || pdftocairo == NULL)
    {
      g_test_skip ("zbarimg (zbar-tools) or pdftocairo (poppler-utils) is not installed");
      return;
    }
  add_facts (content);
  pages = make_pages (content, "a4", 2, FALSE, NULL);
  codes = read_codes (pages);
  for (guint i = 0; i < content->stations->len; i++)
    {
      g_autofree char *link = yz_station_words_get_way (g_ptr_array_index (content->stations, i));

      if (strstr (codes, link) == NULL)
        {
          g_test_message ("%s is not among the codes: %s", link, codes);
          g_test_fail ();
        }
    }
}

/* --- words -------------------------------------------------------------------------------------------------------- */

/* The position of a station is WGS-84; a Chinese map application takes the link's numbers for GCJ-02. */
static void
test_link (void)
{
  g_autoptr (YzGuideStation) station = yz_guide_station_new ("a", "甲");
  g_autofree char *none = yz_station_words_get_way (station), *geo = NULL, *door = NULL, *page = NULL;

  g_assert_null (none);
  station->position = (YzPosition){ 116.39123, 39.90735 };
  station->has_position = TRUE;
  geo = yz_station_words_get_way (station);
  door = yz_station_words_get_door_link (station);
  g_assert_cmpstr (geo, ==, "geo:39.90875,116.39747");
  g_assert_cmpstr (door, ==, geo);
  station->rating_page = g_strdup ("https://example.org/s/1");
  page = yz_station_words_get_door_link (station);
  g_assert_cmpstr (page, ==, "https://example.org/s/1");
}

static void
test_phone_link (void)
{
  g_autofree char *local = yz_station_words_get_phone_link ("0999-612 0351");
  g_autofree char *abroad = yz_station_words_get_phone_link ("+86 371 6612 0351");

  g_assert_cmpstr (local, ==, "tel:09996120351");
  g_assert_cmpstr (abroad, ==, "tel:+8637166120351");
}

static void
test_days (void)
{
  static const struct
  {
    const char *first, *last, *chinese, *english;
  } cases[] = {
    { "2026-02-15", "2026-02-15", "2 月 15 日", "15 February" },
    { "2026-02-15", "2026-02-23", "2 月 15–23 日", "15–23 February" },
    { "2026-02-15", "2026-03-01", "2 月 15 日–3 月 1 日", "15 February – 1 March" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *chinese = yz_print_days (YZ_PRINT_CHINESE, cases[i].first, cases[i].last);
      g_autofree char *english = yz_print_days (YZ_PRINT_ENGLISH, cases[i].first, cases[i].last);

      g_assert_cmpstr (chinese, ==, cases[i].chinese);
      g_assert_cmpstr (english, ==, cases[i].english);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/guide/cards/ordinary", GINT_TO_POINTER (FALSE), test_cards);
  g_test_add_data_func ("/guide/cards/wild", GINT_TO_POINTER (TRUE), test_cards);
  g_test_add_func ("/guide/cards/codes", test_codes);
  g_test_add_func ("/guide/cards/link", test_link);
  g_test_add_func ("/guide/cards/phone-link", test_phone_link);
  g_test_add_func ("/guide/cards/days", test_days);
  return g_test_run ();
}
