#include "config.h"

#include "yz-hours-bars-menu.h"

#include <glib/gi18n.h>

static void
append_paint (GMenu *menu, const char *label, YzHoursBrush brush)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "bars.paint", "i", brush);
  g_menu_append_item (menu, item);
}

GMenuModel *
yz_hours_bars_make_menu (gboolean on_bar, gboolean own_row)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) bars = g_menu_new (), kinds = g_menu_new (), row = g_menu_new ();

  g_menu_append (bars, _ ("_Add Hours"), "bars.add");
  if (on_bar)
    {
      g_menu_append (bars, _ ("_Split for Lunch"), "bars.split");
      g_menu_append (bars, _ ("_Delete"), "bars.remove");
      append_paint (kinds, _ ("S_taffed"), YZ_HOURS_BRUSH_STAFFED);
      append_paint (kinds, _ ("Self-Ser_vice"), YZ_HOURS_BRUSH_SELF_SERVICE);
      append_paint (kinds, _ ("_Not Certain"), YZ_HOURS_BRUSH_UNKNOWN);
    }
  g_menu_append (row, _ ("Copy to All _Weekdays"), "hours.copy-to::weekdays");
  g_menu_append (row, _ ("Copy to _Every Day"), "hours.copy-to::days");
  if (own_row)
    g_menu_append (row, _ ("_Clear the Row"), "bars.clear");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (bars));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (kinds));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (row));
  return G_MENU_MODEL (menu);
}

void
yz_hours_bars_add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
    int parameter; /* 0 for none */
  } keys[] = {
    { GDK_KEY_Left, 0, "bars.move", -YZ_HOURS_STEP },
    { GDK_KEY_Right, 0, "bars.move", YZ_HOURS_STEP },
    { GDK_KEY_Left, GDK_SHIFT_MASK, "bars.stretch", -YZ_HOURS_STEP },
    { GDK_KEY_Right, GDK_SHIFT_MASK, "bars.stretch", YZ_HOURS_STEP },
    { GDK_KEY_Left, GDK_SHIFT_MASK | GDK_CONTROL_MASK, "bars.stretch-start", -YZ_HOURS_STEP },
    { GDK_KEY_Right, GDK_SHIFT_MASK | GDK_CONTROL_MASK, "bars.stretch-start", YZ_HOURS_STEP },
    { GDK_KEY_Left, GDK_CONTROL_MASK, "bars.choose", -1 },
    { GDK_KEY_Right, GDK_CONTROL_MASK, "bars.choose", 1 },
    { GDK_KEY_Insert, 0, "bars.add", 0 },
    { GDK_KEY_Return, 0, "bars.add", 0 },
    { GDK_KEY_KP_Enter, 0, "bars.add", 0 },
    { GDK_KEY_Delete, 0, "bars.remove", 0 },
    { GDK_KEY_BackSpace, 0, "bars.remove", 0 },
    { GDK_KEY_s, 0, "bars.split", 0 },
    { GDK_KEY_a, 0, "bars.all-day", 0 },
    { GDK_KEY_F10, GDK_SHIFT_MASK, "bars.menu", 0 },
    { GDK_KEY_Menu, 0, "bars.menu", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].parameter != 0)
      gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, "i",
                                           keys[i].parameter);
    else
      gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
  for (int i = 0; i < YZ_HOURS_N_BRUSHES; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, 0, "bars.paint", "i", i);
}
