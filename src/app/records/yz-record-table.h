/* A table of records of one kind, whose columns are the fields of the kind. */
#pragma once

#include "yz-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_RECORD_TABLE (yz_record_table_get_type ())

/**
 * YzRecordTable:
 *
 * Properties: "records" (#YzRecords, whose selection and order it sets), "menu" (the #GMenuModel of a row).
 * Actions: "table.menu" opens the menu where the keyboard is. Activating a row runs "records.edit".
 */
G_DECLARE_FINAL_TYPE (YzRecordTable, yz_record_table, YZ, RECORD_TABLE, GtkWidget)

G_END_DECLS
