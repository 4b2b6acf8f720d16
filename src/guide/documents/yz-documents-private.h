/* The functions that make documents; the table of yz-document-kind.c names them. */
#pragma once

#include "yz-document-kind.h"

G_BEGIN_DECLS

YzDocument *yz_address_labels_build_large (const YzGuideContent *content, const YzDocumentOptions *options);
YzDocument *yz_address_labels_build_small (const YzGuideContent *content, const YzDocumentOptions *options);
YzDocument *yz_count_sheet_build (const YzGuideContent *content, const YzDocumentOptions *options);
YzDocument *yz_holiday_notice_build (const YzGuideContent *content, const YzDocumentOptions *options);
YzDocument *yz_letter_build_rectification (const YzGuideContent *content, const YzDocumentOptions *options);
YzDocument *yz_letter_build_thanks (const YzGuideContent *content, const YzDocumentOptions *options);
YzDocument *yz_station_atlas_build (const YzGuideContent *content, const YzDocumentOptions *options);
YzDocument *yz_door_sheet_build (const YzGuideContent *content, const YzDocumentOptions *options);
YzDocument *yz_poster_build (const YzGuideContent *content, const YzDocumentOptions *options);
YzDocument *yz_change_sheet_build (const YzGuideContent *content, const YzDocumentOptions *options);
YzDocument *yz_station_ledger_build (const YzGuideContent *content, const YzDocumentOptions *options);
YzDocument *yz_station_list_build (const YzGuideContent *content, const YzDocumentOptions *options);
YzDocument *yz_service_guide_build (const YzGuideContent *content, const YzDocumentOptions *options);
YzDocument *yz_pocket_fold_build (const YzGuideContent *content, const YzDocumentOptions *options);
YzDocument *yz_pick_list_build (const YzGuideContent *content, const YzDocumentOptions *options);
YzDocument *yz_refill_sheet_build (const YzGuideContent *content, const YzDocumentOptions *options);
YzDocument *yz_stock_door_sheet_build (const YzGuideContent *content, const YzDocumentOptions *options);
YzDocument *yz_stock_labels_build_large (const YzGuideContent *content, const YzDocumentOptions *options);
YzDocument *yz_stock_labels_build_small (const YzGuideContent *content, const YzDocumentOptions *options);
YzDocument *yz_transfer_slip_build (const YzGuideContent *content, const YzDocumentOptions *options);
YzDocument *yz_use_first_build (const YzGuideContent *content, const YzDocumentOptions *options);
YzDocument *yz_write_off_list_build (const YzGuideContent *content, const YzDocumentOptions *options);

G_END_DECLS
