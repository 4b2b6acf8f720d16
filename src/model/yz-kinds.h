/* Every kind of record the program knows. A new kind adds its declaration here and a line in yz-kinds.c. */
#pragma once

#include "yz-record.h"

G_BEGIN_DECLS

#define YZ_DECLARE_KIND(TypeName, type_name, MODULE, NAME)                                                   \
  G_DECLARE_FINAL_TYPE (TypeName, type_name, MODULE, NAME, YzRecord)                                         \
  extern const YzKind type_name##_kind;

YZ_DECLARE_KIND (YzOrg, yz_org, YZ, ORG)
YZ_DECLARE_KIND (YzService, yz_service, YZ, SERVICE)
YZ_DECLARE_KIND (YzPerson, yz_person, YZ, PERSON)
YZ_DECLARE_KIND (YzStation, yz_station, YZ, STATION)
YZ_DECLARE_KIND (YzAttachment, yz_attachment, YZ, ATTACHMENT)
YZ_DECLARE_KIND (YzSavedFilter, yz_saved_filter, YZ, SAVED_FILTER)
YZ_DECLARE_KIND (YzDistinctPair, yz_distinct_pair, YZ, DISTINCT_PAIR)
YZ_DECLARE_KIND (YzImportLayout, yz_import_layout, YZ, IMPORT_LAYOUT)

G_END_DECLS
