/* Where two records lie that may be one: a small map with both, and how far they are apart. */
#pragma once

#include <gtk/gtk.h>

#include "yz-position.h"
#include "yz-session.h"

G_BEGIN_DECLS

#define YZ_TYPE_IMPORT_PAIR_MAP (yz_import_pair_map_get_type ())

G_DECLARE_FINAL_TYPE (YzImportPairMap, yz_import_pair_map, YZ, IMPORT_PAIR_MAP, GtkWidget)

/**
 * yz_import_pair_map_show:
 * @session: whose street map is drawn
 * @a: of the record that is there, WGS-84
 * @b: of the row, WGS-84
 */
void yz_import_pair_map_show (YzImportPairMap *self, YzSession *session, YzPosition a, YzPosition b);

G_END_DECLS
