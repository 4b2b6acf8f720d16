/* The card of a station, its history, and the form that takes their place. Verbs: yz-station-detail-actions.c. */
#include "config.h"

#include "yz-station-detail-private.h"

#include "yz-look.h"
#include "yz-photo-dialogs.h"
#include "yz-station-holdings.h"
#include "yz-station-summary.h"
#include "yz-widgets.h"
#include "yz-wrap-layout.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (YzStationDetail, yz_station_detail, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_STATIONS = 1,
  PROP_CARD,
  PROP_PHOTOS,
  PROP_CLOSABLE,
  PROP_EDITING,
} YzStationDetailProperty;

static GParamSpec *properties[PROP_EDITING + 1];

static char *
format_n_changes (GObject *object, guint n_changes)
{
  return g_strdup_printf (ngettext ("%u change", "%u changes", n_changes), n_changes);
}

static gboolean
is_editing (YzStationDetail *self)
{
  return yz_record_form_get_draft (self->form) != NULL;
}

static void
update_page (YzStationDetail *self)
{
  const char *page = "empty";

  if (is_editing (self))
    page = "form";
  else if (yz_station_card_get_station (self->card) != NULL)
    page = "card";
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
update_look (YzStationDetail *self)
{
  YzStationLook look = yz_station_card_get_look (self->card);

  gtk_image_set_from_icon_name (self->look_image, yz_look_to_icon (look));
  yz_look_style (GTK_WIDGET (self->look_image), look);
  yz_look_style (GTK_WIDGET (self->word_label), look);
  yz_look_style (GTK_WIDGET (self->status_label), look);
}

static void
update_tags (YzStationDetail *self)
{
  g_auto (GStrv) tags = NULL;

  g_object_get (self->card, "tags", &tags, NULL);
  yz_widgets_set_tags (self->tags, (const char *const *) tags);
}

static void
update_history (YzStationDetail *self)
{
  YzRecord *station = yz_station_card_get_station (self->card);
  gboolean shown = gtk_toggle_button_get_active (self->history_button);

  /* read only when somebody looks: it is one query for each station passed by otherwise */
  yz_history_set_record (self->history, station != NULL && shown ? yz_record_get_id (station) : "");
}

/* Neither is what it has. */
static void
update_holdings (YzStationDetail *self)
{
  YzRecord *station = yz_station_card_get_station (self->card);

  if (station == NULL ||
      (!gtk_toggle_button_get_active (self->goods_button) && !gtk_toggle_button_get_active (self->equipment_button)))
    return;
  if (self->inventory == NULL)
    self->inventory = yz_inventory_new (yz_listing_get_session (YZ_LISTING (self->stations)));
  g_object_set (self->inventory, "place", yz_record_get_id (station), NULL);
  g_object_set (self->goods_view, "inventory", self->inventory, NULL);
  g_object_set (self->equipment_view, "inventory", self->inventory, NULL);
}

static void
update_photos (YzStationDetail *self)
{
  YzRecord *station = yz_station_card_get_station (self->card);

  yz_photos_set_station (self->photos, station != NULL ? yz_record_get_id (station) : NULL);
}

static void
on_card_changed (YzStationDetail *self)
{
  update_photos (self);
  update_look (self);
  update_tags (self);
  yz_station_detail_update_actions (self);
  update_history (self);
  update_holdings (self);
  update_page (self);
}

static void
on_tab_changed (YzStationDetail *self)
{
  const struct
  {
    GtkToggleButton *button;
    const char *page;
  } pages[] = { { self->goods_button, "goods" },
                { self->equipment_button, "equipment" },
                { self->history_button, "history" } };
  const char *shown = "facts";

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (gtk_toggle_button_get_active (pages[i].button))
      shown = pages[i].page;
  gtk_stack_set_visible_child_name (self->tabs, shown);
  update_history (self);
  update_holdings (self);
}

/* What was added is what one goes on with. */
static void
on_form_closed (YzStationDetail *self, gboolean saved)
{
  g_autofree char *id = g_steal_pointer (&self->new_id);

  if (id != NULL && saved)
    yz_listing_select_id (YZ_LISTING (self->stations), id);
  update_page (self);
  /* or it would go to the Undo of the toast, where the next space bar takes everything back */
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITING]);
}

void
yz_station_detail_begin_edit (YzStationDetail *self, YzDraft *draft)
{
  yz_record_form_set_draft (self->form, yz_listing_get_session (YZ_LISTING (self->stations)), draft);
  update_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITING]);
}

static void
set_stations (YzStationDetail *self, YzStations *stations)
{
  if (!g_set_object (&self->stations, stations) || stations == NULL)
    return;

  self->card = yz_station_card_new (stations);
  self->history = yz_history_new (yz_listing_get_session (YZ_LISTING (stations)));
  self->photos = yz_photos_new (yz_listing_get_session (YZ_LISTING (stations)));
  g_object_set (self->history_view, "history", self->history, NULL);
  g_signal_connect_object (self->card, "notify::station", G_CALLBACK (on_card_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->card, "notify::look", G_CALLBACK (update_look), self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CARD]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PHOTOS]);
  on_card_changed (self);
}

static void
yz_station_detail_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzStationDetail *self = YZ_STATION_DETAIL (object);

  switch ((YzStationDetailProperty) prop_id)
    {
    case PROP_STATIONS:
      g_value_set_object (value, self->stations);
      break;
    case PROP_CARD:
      g_value_set_object (value, self->card);
      break;
    case PROP_PHOTOS:
      g_value_set_object (value, self->photos);
      break;
    case PROP_CLOSABLE:
      g_value_set_boolean (value, self->closable);
      break;
    case PROP_EDITING:
      g_value_set_boolean (value, is_editing (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_station_detail_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzStationDetail *self = YZ_STATION_DETAIL (object);

  switch (prop_id)
    {
    case PROP_STATIONS:
      set_stations (self, g_value_get_object (value));
      break;
    case PROP_CLOSABLE:
      self->closable = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_station_detail_dispose (GObject *object)
{
  YzStationDetail *self = YZ_STATION_DETAIL (object);

  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  g_clear_object (&self->history);
  g_clear_object (&self->inventory);
  g_clear_object (&self->photos);
  g_clear_object (&self->card);
  g_clear_object (&self->stations);
  g_clear_pointer (&self->new_id, g_free);

  G_OBJECT_CLASS (yz_station_detail_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YzStationDetail, stack);
  gtk_widget_class_bind_template_child (widget_class, YzStationDetail, tabs);
  gtk_widget_class_bind_template_child (widget_class, YzStationDetail, goods_button);
  gtk_widget_class_bind_template_child (widget_class, YzStationDetail, equipment_button);
  gtk_widget_class_bind_template_child (widget_class, YzStationDetail, history_button);
  gtk_widget_class_bind_template_child (widget_class, YzStationDetail, goods_view);
  gtk_widget_class_bind_template_child (widget_class, YzStationDetail, equipment_view);
  gtk_widget_class_bind_template_child (widget_class, YzStationDetail, look_image);
  gtk_widget_class_bind_template_child (widget_class, YzStationDetail, word_label);
  gtk_widget_class_bind_template_child (widget_class, YzStationDetail, status_label);
  gtk_widget_class_bind_template_child (widget_class, YzStationDetail, state_verbs);
  gtk_widget_class_bind_template_child (widget_class, YzStationDetail, tags);
  gtk_widget_class_bind_template_child (widget_class, YzStationDetail, history_view);
  gtk_widget_class_bind_template_child (widget_class, YzStationDetail, form);
  yz_widgets_bind_text_closures (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, format_n_changes);
  gtk_widget_class_bind_template_callback (widget_class, on_tab_changed);
}

static void
yz_station_detail_class_init (YzStationDetailClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags read_only = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_station_detail_get_property;
  object_class->set_property = yz_station_detail_set_property;
  object_class->dispose = yz_station_detail_dispose;

  properties[PROP_STATIONS] = g_param_spec_object ("stations", NULL, NULL, YZ_TYPE_STATIONS,
                                                   read_only | G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_CARD] = g_param_spec_object ("card", NULL, NULL, YZ_TYPE_STATION_CARD, read_only);
  properties[PROP_PHOTOS] = g_param_spec_object ("photos", NULL, NULL, YZ_TYPE_PHOTOS, read_only);
  properties[PROP_CLOSABLE] = g_param_spec_boolean ("closable", NULL, NULL, FALSE, read_only | G_PARAM_WRITABLE);
  properties[PROP_EDITING] = g_param_spec_boolean ("editing", NULL, NULL, FALSE, read_only);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (YZ_TYPE_HISTORY_VIEW);
  g_type_ensure (YZ_TYPE_RECORD_FORM);
  g_type_ensure (YZ_TYPE_STATION_HOLDINGS);
  g_type_ensure (YZ_TYPE_STATION_SUMMARY);
  g_type_ensure (YZ_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stations/yz-station-detail.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_children (widget_class);
  yz_station_detail_install_actions (widget_class);
}

static void
yz_station_detail_init (YzStationDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  yz_photo_dialog_accept_drops (GTK_WIDGET (self));
  g_signal_connect_object (self->form, "closed", G_CALLBACK (on_form_closed), self, G_CONNECT_SWAPPED);
}

void
yz_station_detail_edit_new (YzStationDetail *self, YzDraft *draft)
{
  g_return_if_fail (YZ_IS_STATION_DETAIL (self));
  g_return_if_fail (YZ_IS_DRAFT (draft));

  g_free (self->new_id);
  self->new_id = g_strdup (yz_record_get_id (yz_draft_get_record (draft)));
  yz_station_detail_begin_edit (self, draft);
}
