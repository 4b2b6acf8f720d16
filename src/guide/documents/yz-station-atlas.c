/* The atlas: a page for each station, its card and the streets around it. */
#include "config.h"

#include "yz-documents-private.h"
#include "yz-heading.h"
#include "yz-map-block.h"
#include "yz-station-card-block.h"

/* Metres from west to east: four minutes on foot to either side. */
#define AROUND 600

#define GUTTER 6.0

static YzBlock *
add_card (YzSection *section, const YzGuideStation *station)
{
  const YzStationCardOptions options = { .photo = TRUE };
  g_autofree char *anchor = yz_station_card_get_anchor (station);
  YzBlock *card = yz_section_add (section, yz_station_card_block_new (station, &options));

  yz_block_set_anchor (card, anchor, station->name, 1);
  return card;
}

static void
add_page (YzSection *section, const YzGuideContent *content, YzGuideStation *station)
{
  const YzMapBlockOptions options = { .aspect = 1,
                                      .least = AROUND,
                                      .parts = YZ_MAP_SCALE | YZ_MAP_NORTH | YZ_MAP_CAPTION };
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();
  YzBlock *card = add_card (section, station), *map;

  yz_block_set_flow (card, YZ_BLOCK_ACROSS);
  yz_block_set_new_page (card, TRUE);
  yz_block_set_keep (card, TRUE);
  g_ptr_array_add (alone, station);
  map = yz_section_add (section, yz_map_block_new (content, alone, &options));
  yz_block_set_flow (map, YZ_BLOCK_FILLS);
  yz_block_set_space (map, 4);
}

/* A page without a map would be a card on empty paper: those of which nobody knows where they are stand together. */
static void
add_unplaced (YzDocument *document, const YzGuideContent *content)
{
  YzPrintLanguage language = content->language;
  g_autoptr (GPtrArray) unplaced = g_ptr_array_new ();
  g_autofree char *count = NULL;
  YzSection *section;

  for (guint i = 0; i < content->stations->len; i++)
    {
      YzGuideStation *station = g_ptr_array_index (content->stations, i);

      if (!station->has_position)
        g_ptr_array_add (unplaced, station);
    }
  if (unplaced->len == 0)
    return;
  section = yz_document_add_section (document, 2);
  section->gutter = GUTTER;
  section->grows = TRUE;
  count = yz_print_say_number (language, unplaced->len, "%u 处驿站", "%u station", "%u stations");
  yz_section_add (section, yz_page_title_new (yz_print_say (language, "还没有地图", "Without a map"), count,
                                              yz_print_say (language, "位置未核实，请按地址找",
                                                            "Places not checked: go by the address")));
  for (guint i = 0; i < unplaced->len; i++)
    add_card (section, g_ptr_array_index (unplaced, i));
}

YzDocument *
yz_station_atlas_build (const YzGuideContent *content, const YzDocumentOptions *options)
{
  YzPrintLanguage language = content->language;
  g_autofree char *title =
    g_strconcat (content->area, yz_print_say (language, "工会驿站图册", " – atlas of union stations"), NULL);
  g_autofree char *head = language == YZ_PRINT_BOTH ? yz_print_say_both (language, title, "Atlas of union stations")
                                                    : g_strdup (title);
  g_autofree char *as_of = yz_guide_content_dup_as_of (content);
  YzDocument *document = yz_document_new (title);
  YzSection *section = NULL;

  yz_document_set_author (document, content->publisher, NULL);
  yz_document_set_running (document, head, content->edition_name, as_of);
  for (guint i = 0; i < content->stations->len; i++)
    {
      YzGuideStation *station = g_ptr_array_index (content->stations, i);

      if (!station->has_position)
        continue;
      if (section == NULL)
        section = yz_document_add_section (document, 1);
      add_page (section, content, station);
    }
  add_unplaced (document, content);
  return document;
}
