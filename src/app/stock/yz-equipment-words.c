#include "config.h"

#include "yz-equipment-words.h"

#include "yz-kinds.h"
#include "yz-value-words.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

void
yz_equipment_show_state (GtkWidget *box, YzRecord *piece)
{
  static const struct
  {
    const char *icon, *style;
  } looks[] = {
    [YZ_EQUIPMENT_IN_USE] = { "yz-state-open-symbolic", "yz-state-open" },
    [YZ_EQUIPMENT_IDLE] = { "yz-state-closed-symbolic", "yz-state-planned" },
    [YZ_EQUIPMENT_BROKEN] = { "yz-state-paused-symbolic", "yz-state-paused" },
    [YZ_EQUIPMENT_LENT] = { "yz-move-symbolic", "yz-state-planned" },
    [YZ_EQUIPMENT_DISPOSED] = { "yz-state-closed-for-good-symbolic", "yz-dim" },
  };
  YzEquipmentState state = yz_equipment_get_state (piece);
  const YzField *field = yz_kind_find_field (&yz_equipment_kind, "state");
  g_autofree char *word = yz_field_format (field, yz_record_get (piece, "state"));

  yz_widgets_show_state (box, looks[state].icon, looks[state].style, word, state == YZ_EQUIPMENT_IN_USE);
}

char *
yz_equipment_dup_field (YzStore *store, YzRecord *piece, const char *field)
{
  return yz_value_to_words (store, yz_kind_find_field (&yz_equipment_kind, field), yz_record_get (piece, field), FALSE);
}

char *
yz_equipment_dup_where (YzStore *store, YzRecord *piece)
{
  g_autofree char *station = yz_equipment_dup_field (store, piece, "station");
  g_autofree char *place = yz_equipment_dup_field (store, piece, "place");

  if (*station == '\0' && *place == '\0')
    return g_strdup (_ ("Nobody knows where"));
  return g_strdup_printf ("%s%s%s", station, *station != '\0' && *place != '\0' ? " · " : "", place);
}
