/* The page of records: every kind that has no page of its own, as a table with search, form, history and trash. */
#pragma once

#include "yz-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_RECORDS_PAGE (yz_records_page_get_type ())

/**
 * YzRecordsPage:
 *
 * Properties: "records" (#YzRecords), "kind" (name of the kind shown), "reveal" (gboolean: personal data is shown in
 * full).
 *
 * Actions: "records.kind" (s), "records.reveal", "records.add", "records.edit", "records.history", "records.delete",
 * "records.bulk-edit" (runs "win.bulk-edit" with the selection), "records.clear-search".
 */
G_DECLARE_FINAL_TYPE (YzRecordsPage, yz_records_page, YZ, RECORDS_PAGE, GtkWidget)

GtkWidget *yz_records_page_new (YzRecords *records);

/**
 * yz_records_page_focus_search:
 *
 * Puts the cursor into the search entry, what is there being selected.
 */
void yz_records_page_focus_search (YzRecordsPage *self);

G_END_DECLS
