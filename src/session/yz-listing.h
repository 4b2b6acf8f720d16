/*
 * What a page with a list of records shows: the order that was asked for, the list that answers, the record of the pane
 * and the selected ones. It follows the session's workspace. What is asked, and how, is told by those that derive from
 * it. Main thread.
 */
#pragma once

#include "yz-record-list.h"
#include "yz-session.h"

G_BEGIN_DECLS

#define YZ_TYPE_LISTING (yz_listing_get_type ())

/**
 * YzListing:
 *
 * Properties: "session", "kind" (the name of the kind shown), "list" (#YzRecordList, nullable), "total" and "shown"
 * (guint), "loading", "order" and "descending" (see yz_listing_set_order()), "current" (the #YzRecord of the pane,
 * nullable), "n-selected" (guint), "error" (message, nullable).
 */
G_DECLARE_DERIVABLE_TYPE (YzListing, yz_listing, YZ, LISTING, GObject)

/**
 * YzListingClass:
 * @started: the list is another one, of another workspace or kind, and empty; or there is none
 * @ask: the list is wanted in another order
 * @changed: the workspace has changed, see #YzStore::changed; list and current record already show it
 */
struct _YzListingClass
{
  GObjectClass parent_class;

  void (*started) (YzListing *self);
  void (*ask) (YzListing *self);
  void (*changed) (YzListing *self, const char *kind, const char *const *ids);
};

YzSession *yz_listing_get_session (YzListing *self);

/**
 * yz_listing_get_list:
 *
 * Returns: (transfer none) (nullable): the records shown, %NULL while no workspace is open
 */
YzRecordList *yz_listing_get_list (YzListing *self);

/**
 * yz_listing_set_order:
 * @field: name of a field, "created" or "changed", or what else the page can sort by
 */
void yz_listing_set_order (YzListing *self, const char *field, gboolean descending);

/**
 * yz_listing_load_row:
 *
 * Returns: (transfer full) (nullable): the record of a row; that it cannot be read is told by "error"
 */
YzRecord *yz_listing_load_row (YzListing *self, gint64 row);

/**
 * yz_listing_get_current:
 *
 * Returns: (transfer none) (nullable): the record of the pane
 */
YzRecord *yz_listing_get_current (YzListing *self);
gint64    yz_listing_get_current_row (YzListing *self);

/**
 * yz_listing_get_current_position:
 *
 * Returns: where the current record stands in the list, %G_MAXUINT if it does not
 */
guint yz_listing_get_current_position (YzListing *self);

/**
 * yz_listing_select_row:
 * @row: 0 for none
 *
 * Makes a record the current one.
 */
void yz_listing_select_row (YzListing *self, gint64 row);
void yz_listing_select_id (YzListing *self, const char *id);

/**
 * yz_listing_set_selected:
 * @rows: (element-type gint64): of the selected records; a reference is taken
 *
 * What a bulk edit, an export or a deletion concerns. One selected record becomes the current one.
 */
void yz_listing_set_selected (YzListing *self, GArray *rows);

/**
 * yz_listing_get_selected:
 *
 * Returns: (transfer none) (element-type gint64): rows
 */
GArray *yz_listing_get_selected (YzListing *self);

/**
 * yz_listing_is_selected:
 * @id: of a record
 *
 * Returns: whether it is among the selected ones
 */
gboolean yz_listing_is_selected (YzListing *self, const char *id);

/* --- for those that derive from it --- */

/**
 * yz_listing_follow:
 *
 * Begins to follow the session's workspace, with the records of @kind in the order of their titles.
 */
void yz_listing_follow (YzListing *self, YzSession *session, const YzKind *kind);

/**
 * yz_listing_set_kind:
 *
 * Shows another kind of records, in the order of their titles.
 */
void          yz_listing_set_kind (YzListing *self, const YzKind *kind);
const YzKind *yz_listing_get_kind (YzListing *self);

/**
 * yz_listing_get_store:
 *
 * Returns: (transfer none) (nullable): of the workspace that list and rows belong to
 */
YzStore    *yz_listing_get_store (YzListing *self);
const char *yz_listing_get_order (YzListing *self);
gboolean    yz_listing_is_descending (YzListing *self);

/**
 * yz_listing_set_counts:
 * @total: how many records there are
 * @shown: how many of them the list has
 */
void yz_listing_set_counts (YzListing *self, guint total, guint shown);
void yz_listing_set_loading (YzListing *self, gboolean loading);
void yz_listing_set_error (YzListing *self, const GError *error);

/**
 * yz_listing_reload_current:
 *
 * Reads the current record again and tells of it, for what is not in the record but shown with it.
 */
void yz_listing_reload_current (YzListing *self);

G_END_DECLS
