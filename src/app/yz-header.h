/* The header of a page: its title and count, its view switch, the search, undo and redo, the main verbs, the menu. */
#pragma once

#include "yz-stations.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define YZ_TYPE_HEADER (yz_header_get_type ())

/**
 * YzHeader:
 *
 * Properties: "session", "stations", "page" (its name) and "title".
 */
G_DECLARE_FINAL_TYPE (YzHeader, yz_header, YZ, HEADER, GtkWidget)

/**
 * yz_header_focus_search:
 *
 * Puts the cursor into the search entry, what is there being selected.
 */
void yz_header_focus_search (YzHeader *self);

G_END_DECLS
