/* The atlas: a page for each station, its card and the streets around it. */
#include "config.h"

#include "yz-documents-private.h"
#include "yz-map-block.h"
#include "yz-station-card-block.h"

/* Metres from west to east: four minutes on foot to either side. */
#define AROUND 600

static void
add_station (YzSection *section, const YzGuideContent *content, YzGuideStation *station)
{
  const YzMapBlockOptions map_options = { .aspect = 1,
                                          .least = AROUND,
                                          .parts = YZ_MAP_SCALE | YZ_MAP_NORTH | YZ_MAP_CAPTION };
  const YzStationCardOptions card_options = { .photo = TRUE };
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();
  YzBlock *card = yz_station_card_block_new (station, &card_options), *map;

  g_ptr_array_add (alone, station);
  map = yz_map_block_new (content, alone, &map_options);
  yz_block_set_anchor (card, yz_block_get_anchor (card), station->name, 1);
  yz_block_set_flow (card, YZ_BLOCK_ACROSS);
  yz_block_set_new_page (card, TRUE);
  yz_section_add (section, card);
  if (map == NULL)
    return;
  yz_block_set_keep (card, TRUE);
  yz_block_set_flow (map, YZ_BLOCK_FILLS);
  yz_block_set_space (map, 4);
  yz_section_add (section, map);
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
  YzSection *section = yz_document_add_section (document, 1);

  yz_document_set_author (document, content->publisher, NULL);
  yz_document_set_running (document, head, content->edition_name, as_of);
  for (guint i = 0; i < content->stations->len; i++)
    add_station (section, content, g_ptr_array_index (content->stations, i));
  return document;
}
