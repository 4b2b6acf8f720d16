/*
 * The pocket fold: what a rider takes along. One sheet for up to sixteen stations; more of them are divided into sheets
 * by district and, where a district has too many, by neighbourhood.
 */
#include "config.h"

#include "yz-documents-private.h"
#include "yz-fold-private.h"
#include "yz-guide-index.h"
#include "yz-map-block.h"

#define PANEL 74.25 /* of A4 */
#define MARGIN 6.5

static YzBlock *
new_map (const YzFoldSheet *sheet)
{
  const double folds[] = { PANEL - MARGIN, 2 * PANEL - MARGIN };
  const YzMapBlockOptions options = { .aspect = 0.55,
                                      .pins = YZ_MAP_LABELS,
                                      .parts = YZ_MAP_SCALE | YZ_MAP_NORTH | YZ_MAP_CAPTION,
                                      .folds = folds,
                                      .n_folds = G_N_ELEMENTS (folds) };
  YzBlock *map = yz_map_block_new (sheet->content, sheet->stations, &options);

  if (map != NULL)
    yz_block_set_flow (map, YZ_BLOCK_FILLS);
  return map;
}

static YzBlock *
add_panel (YzDocument *document, YzFoldSheet *sheet, YzFoldLay lay, guint panels)
{
  YzSection *section = yz_document_add_section (document, 1);

  section->panels = panels;
  section->bare = TRUE;
  return yz_section_add (section, yz_fold_panel_new (sheet, lay));
}

static void
add_sheet (YzDocument *document, YzFoldSheet *sheet, const char *audience)
{
  g_autofree char *anchor = g_strdup_printf ("fold-%s-%u", sheet->title, sheet->part);
  YzBlock *cover;

  sheet->audience = g_strdup (audience);
  sheet->map = new_map (sheet);
  cover = add_panel (document, sheet, yz_fold_lay_cover, 1);
  yz_block_set_anchor (cover, anchor, sheet->title, 0);
  add_panel (document, sheet, yz_fold_lay_first, 1);
  add_panel (document, sheet, yz_fold_lay_second, 1);
  add_panel (document, sheet, yz_fold_lay_back, 1);
  add_panel (document, sheet, yz_fold_lay_map, 3);
  add_panel (document, sheet, yz_fold_lay_services, 1);
}

static void
add_sheets (YzDocument *document, const YzGuideContent *content, const GPtrArray *stations, const char *title,
            const char *audience)
{
  g_autoptr (GPtrArray) groups = yz_fold_divide (stations);

  for (guint i = 0; i < groups->len; i++)
    {
      YzFoldSheet *sheet = yz_fold_sheet_new (content, g_ptr_array_ref (g_ptr_array_index (groups, i)), title);

      sheet->part = i + 1;
      sheet->n_parts = groups->len;
      add_sheet (document, sheet, audience);
      yz_fold_sheet_unref (sheet);
    }
}

YzDocument *
yz_pocket_fold_build (const YzGuideContent *content, const YzDocumentOptions *options)
{
  g_autofree char *title =
    g_strconcat (content->area, yz_print_say (content->language, "驿站口袋图", " – pocket map of union stations"),
                 NULL);
  g_autoptr (GPtrArray) districts = yz_guide_content_list_districts (content);
  YzDocument *document = yz_document_new (title);

  yz_document_set_author (document, content->publisher, NULL);
  if (content->stations->len <= YZ_FOLD_MOST_STATIONS)
    {
      add_sheets (document, content, content->stations, content->area, options->audience);
      return document;
    }
  for (guint i = 0; i < districts->len; i++)
    {
      const char *district = g_ptr_array_index (districts, i);
      g_autoptr (GPtrArray) stations = yz_guide_index_list_district (content, district);

      add_sheets (document, content, stations, *district != '\0' ? district : content->area, options->audience);
    }
  return document;
}
