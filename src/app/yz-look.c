#include "config.h"

#include "yz-look.h"

static const struct
{
  const char *icon;
  const char *style;
} looks[YZ_STATION_N_LOOKS] = {
  [YZ_STATION_LOOK_OPEN] = { "yz-state-open-symbolic", "yz-state-open" },
  [YZ_STATION_LOOK_CLOSED] = { "yz-state-closed-symbolic", "yz-state-closed" },
  [YZ_STATION_LOOK_UNKNOWN] = { "yz-state-unknown-symbolic", "yz-state-unknown" },
  [YZ_STATION_LOOK_PAUSED] = { "yz-state-paused-symbolic", "yz-state-paused" },
  [YZ_STATION_LOOK_PLANNED] = { "yz-state-planned-symbolic", "yz-state-planned" },
  [YZ_STATION_LOOK_OVER] = { "yz-state-closed-for-good-symbolic", "yz-state-closed" },
};

const char *
yz_look_to_icon (YzStationLook look)
{
  g_return_val_if_fail (look < YZ_STATION_N_LOOKS, NULL);
  return looks[look].icon;
}

void
yz_look_style (GtkWidget *widget, YzStationLook look)
{
  g_return_if_fail (look < YZ_STATION_N_LOOKS);

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (widget, looks[i].style);
  gtk_widget_add_css_class (widget, looks[look].style);
}
