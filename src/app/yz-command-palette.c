#include "config.h"

#include "yz-command-palette.h"

#include "yz-accels.h"
#include "yz-finder.h"
#include "yz-kinds.h"
#include "yz-text.h"
#include "yz-widgets.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_STATIONS 12

struct _YzCommandPalette
{
  AdwWindow parent_instance;

  YzWindow *window;
  YzFinder *finder;

  GtkSearchEntry *entry;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (YzCommandPalette, yz_command_palette, ADW_TYPE_WINDOW)

/* A line that activates @action when it is chosen. */
static void
append_row (YzCommandPalette *self, const char *icon, const char *title, const char *hint, const char *action)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *side = gtk_label_new (hint);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_visible (side, *hint != '\0');
  gtk_widget_add_css_class (side, "yz-second");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), side);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "action", g_strdup (action), g_free);
  gtk_list_box_append (self->list, row);
}

static char *
describe_accel (const char *accel)
{
  guint key;
  GdkModifierType modifiers;

  if (accel == NULL || !gtk_accelerator_parse (accel, &key, &modifiers))
    return g_strdup ("");
  return gtk_accelerator_get_label (key, modifiers);
}

static void
append_verbs (YzCommandPalette *self, const char *text)
{
  guint n_verbs;
  const YzVerbEntry *verbs = yz_accels_get_verbs (&n_verbs);
  g_autofree char *wanted = yz_text_fold (text);

  for (guint i = 0; i < n_verbs; i++)
    {
      g_autofree char *title = verbs[i].title != NULL ? yz_text_fold (_ (verbs[i].title)) : NULL;
      g_autofree char *keys = describe_accel (verbs[i].accel);

      if (title != NULL && strstr (title, wanted) != NULL)
        append_row (self, "go-next-symbolic", _ (verbs[i].title), keys, verbs[i].action);
    }
}

static void
append_station (YzCommandPalette *self, YzRecord *station)
{
  const char *district = yz_record_get_text (station, "district");
  const char *address = yz_record_get_text (station, "address");
  g_autofree char *action = g_strdup_printf ("win.select-station('%s')", yz_record_get_id (station));

  append_row (self, "yz-page-stations-symbolic", yz_record_get_title (station),
              district != NULL  ? district
              : address != NULL ? address
                                : "",
              action);
}

static void
select_first (YzCommandPalette *self)
{
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
on_answered (YzCommandPalette *self)
{
  GListModel *stations = G_LIST_MODEL (yz_finder_get_list (self->finder));

  yz_widgets_clear_list (self->list);
  for (guint i = 0; i < g_list_model_get_n_items (stations); i++)
    {
      g_autoptr (YzRecord) station = g_list_model_get_item (stations, i);

      append_station (self, station);
    }
  append_verbs (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  select_first (self);
}

static void
on_text_changed (YzCommandPalette *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (YzQuery) query = yz_query_new (&yz_station_kind);

  yz_query_set_search (query, text);
  yz_query_set_limit (query, MAX_STATIONS);
  yz_finder_ask (self->finder, *text != '\0' ? query : NULL);
}

static void
on_row_activated (YzCommandPalette *self, GtkListBoxRow *row)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (YzWindow) window = g_object_ref (self->window);

  if (!g_action_parse_detailed_name (g_object_get_data (G_OBJECT (row), "action"), &name, &target, NULL))
    return;
  gtk_window_close (GTK_WINDOW (self));
  yz_window_activate (window, name, target);
}

static void
on_entry_activated (YzCommandPalette *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    on_row_activated (self, row);
}

/* The entry keeps the focus, so the list does not scroll by itself. */
static void
look_at (YzCommandPalette *self, GtkListBoxRow *row)
{
  graphene_rect_t box;

  gtk_list_box_select_row (self->list, row);
  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &box))
    gtk_adjustment_clamp_page (gtk_list_box_get_adjustment (self->list), box.origin.y, box.origin.y + box.size.height);
}

static gboolean
on_key_pressed (YzCommandPalette *self, guint key, guint code, GdkModifierType modifiers)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  if (key != GDK_KEY_Down && key != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;
  row = gtk_list_box_get_row_at_index (self->list, MAX (index + (key == GDK_KEY_Down ? 1 : -1), 0));
  if (row != NULL)
    look_at (self, row);
  return GDK_EVENT_STOP;
}

static void
yz_command_palette_dispose (GObject *object)
{
  YzCommandPalette *self = YZ_COMMAND_PALETTE (object);

  g_clear_object (&self->finder);
  g_clear_object (&self->window);

  G_OBJECT_CLASS (yz_command_palette_parent_class)->dispose (object);
}

static void
yz_command_palette_class_init (YzCommandPaletteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_command_palette_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/yz-command-palette.ui");
  gtk_widget_class_bind_template_child (widget_class, YzCommandPalette, entry);
  gtk_widget_class_bind_template_child (widget_class, YzCommandPalette, list);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
}

static void
yz_command_palette_init (YzCommandPalette *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
yz_command_palette_new (YzWindow *window)
{
  YzCommandPalette *self = g_object_new (YZ_TYPE_COMMAND_PALETTE, "transient-for", window, NULL);

  self->window = g_object_ref (window);
  self->finder = yz_finder_new (yz_window_get_session (window), &yz_station_kind);
  g_signal_connect_object (self->finder, "answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
  on_text_changed (self);
  return GTK_WIDGET (self);
}
