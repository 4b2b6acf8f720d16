/* Every kind of record the program knows. */
#pragma once

#include "yz-record.h"

G_BEGIN_DECLS

/**
 * YZ_FOR_EACH_KIND:
 *
 * The register: a new kind is one line here. Those that others refer to come first, as the store makes its tables in
 * this order.
 */
#define YZ_FOR_EACH_KIND(KIND)                                                                               \
  KIND (YzOrg, yz_org, ORG)                                                                                  \
  KIND (YzService, yz_service, SERVICE)                                                                      \
  KIND (YzPerson, yz_person, PERSON)                                                                         \
  KIND (YzStation, yz_station, STATION)                                                                      \
  KIND (YzCalendarDay, yz_calendar_day, CALENDAR_DAY)                                                        \
  KIND (YzAttachment, yz_attachment, ATTACHMENT)                                                             \
  KIND (YzSavedFilter, yz_saved_filter, SAVED_FILTER)                                                        \
  KIND (YzDistinctPair, yz_distinct_pair, DISTINCT_PAIR)                                                     \
  KIND (YzDisclosure, yz_disclosure, DISCLOSURE)                                                             \
  KIND (YzImportLayout, yz_import_layout, IMPORT_LAYOUT)                                                     \
  KIND (YzEdition, yz_edition, EDITION)                                                                      \
  KIND (YzEditionStation, yz_edition_station, EDITION_STATION)                                               \
  KIND (YzItem, yz_item, ITEM)                                                                               \
  KIND (YzCabinet, yz_cabinet, CABINET)                                                                      \
  KIND (YzKit, yz_kit, KIT)                                                                                  \
  KIND (YzKitPart, yz_kit_part, KIT_PART)                                                                    \
  KIND (YzLot, yz_lot, LOT)                                                                                  \
  KIND (YzPlace, yz_place, PLACE)                                                                            \
  KIND (YzPickup, yz_pickup, PICKUP)                                                                         \
  KIND (YzCabinetEvent, yz_cabinet_event, CABINET_EVENT)                                                     \
  KIND (YzTransfer, yz_transfer, TRANSFER)                                                                   \
  KIND (YzStocktake, yz_stocktake, STOCKTAKE)                                                                \
  KIND (YzCountLine, yz_count_line, COUNT_LINE)                                                              \
  KIND (YzStockLevel, yz_stock_level, STOCK_LEVEL)                                                           \
  KIND (YzMovement, yz_movement, MOVEMENT)                                                                   \
  KIND (YzEquipment, yz_equipment, EQUIPMENT)                                                                \
  KIND (YzAudit, yz_audit, AUDIT)                                                                            \
  KIND (YzAuditMark, yz_audit_mark, AUDIT_MARK)

#define YZ_DECLARE_KIND(TypeName, type_name, NAME)                                                           \
  G_DECLARE_FINAL_TYPE (TypeName, type_name, YZ, NAME, YzRecord)                                             \
  extern const YzKind type_name##_kind;

YZ_FOR_EACH_KIND (YZ_DECLARE_KIND)

G_END_DECLS
