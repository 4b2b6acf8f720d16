/*
 * What one action does to references between records, gathered while it is written and checked at its end: whoever a
 * live record refers to must be live, whatever the order in which an edit makes and deletes them.
 */
#pragma once

#include "yz-table-private.h"

G_BEGIN_DECLS

typedef struct _YzReferences YzReferences;

/**
 * yz_references_new:
 *
 * Returns: (transfer full): nothing to be checked yet
 */
YzReferences *yz_references_new (YzDatabase *database);
void          yz_references_free (YzReferences *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzReferences, yz_references_free)

/* @record is live as it is given. */
void yz_references_add_live (YzReferences *self, YzRecord *record);

/* The same for a row as it is stored. */
gboolean yz_references_add_live_row (YzReferences *self, const YzKind *kind, gint64 row, GError **error);

/* The record is not live any more. */
void yz_references_add_gone (YzReferences *self, const YzKind *kind, gint64 row);

/**
 * yz_references_check:
 *
 * Returns: %FALSE with %YZ_STORE_ERROR_DEPENDS naming the records
 */
gboolean yz_references_check (YzReferences *self, GError **error);

G_END_DECLS
