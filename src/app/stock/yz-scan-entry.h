/*
 * The field for a barcode scanner, which types a code and Enter: it keeps the focus, says what was scanned, and offers
 * what to do about a code that nothing is known of.
 */
#pragma once

#include "yz-scan.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_SCAN_ENTRY (yz_scan_entry_get_type ())

/**
 * YzScanEntry::new-item:
 * @code: the barcode that the item is to have
 */

/**
 * YzScanEntry:
 *
 * Properties, writable: "session". What is found is told by #YzScan::found of yz_scan_entry_get_scan().
 */
G_DECLARE_FINAL_TYPE (YzScanEntry, yz_scan_entry, YZ, SCAN_ENTRY, GtkWidget)

/**
 * yz_scan_entry_get_scan:
 *
 * Returns: (transfer none) (nullable): what reads the codes, %NULL before there is a session
 */
YzScan *yz_scan_entry_get_scan (YzScanEntry *self);

G_END_DECLS
