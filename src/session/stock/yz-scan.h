/*
 * What a barcode scanner sends, one code after the other: each is looked up in turn, however quickly the next one
 * comes, and the same one again counts. A code is that of an item, one of its barcodes, or the number of a lot; "3*"
 * before it means three of them. Main thread.
 */
#pragma once

#include "yz-session.h"

G_BEGIN_DECLS

#define YZ_TYPE_SCAN (yz_scan_get_type ())

G_DECLARE_FINAL_TYPE (YzScan, yz_scan, YZ, SCAN, GObject)

/**
 * YzScan::found:
 * @item: (type YzRecord): the item
 * @lot: (type YzRecord) (nullable): its lot, if the code is that of a lot
 * @times: how many are meant by this code
 */

/**
 * YzScan::unknown:
 * @code: what nothing is known of
 */

/**
 * yz_scan_new:
 *
 * Properties: "message" (what the last code was, in words, with how often it came; "" before the first one),
 * "unknown-code" (nullable: the last code, if nothing is known of it).
 *
 * Returns: (transfer full): a scan that has read nothing
 */
YzScan *yz_scan_new (YzSession *session);

/**
 * yz_scan_submit:
 * @text: what stands in the scan field when Enter comes
 */
void yz_scan_submit (YzScan *self, const char *text);

/**
 * yz_scan_learn:
 * @item: that has the unknown code from now on
 *
 * Adds the unknown code to the barcodes of @item, as a change of its own, and takes it as scanned.
 */
void yz_scan_learn (YzScan *self, YzRecord *item);

/**
 * yz_scan_parse:
 * @times: (out): how many are meant, 1 without a word
 *
 * Returns: (transfer full): the code without what stands around it, "" if there is none
 */
char *yz_scan_parse (const char *text, guint *times);

G_END_DECLS
