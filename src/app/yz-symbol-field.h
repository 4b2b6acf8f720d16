/* The pictures that a field of the form may hold, each with its word. */
#pragma once

#include <gtk/gtk.h>

#include "yz-draft.h"

G_BEGIN_DECLS

/**
 * yz_symbol_field_new:
 * @draft: (transfer none): what is edited
 * @field: with %YZ_FIELD_SYMBOL
 *
 * Returns: a drop-down of the catalogue's symbols, and of the record's own where that is another
 */
GtkWidget *yz_symbol_field_new (YzDraft *draft, const YzField *field);

G_END_DECLS
