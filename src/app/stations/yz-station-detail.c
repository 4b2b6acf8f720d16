#include "config.h"

#include "yz-station-detail.h"

#include "yz-history-view.h"
#include "yz-listing-verbs.h"
#include "yz-look.h"
#include "yz-photo-dialogs.h"
#include "yz-photo-viewer.h"
#include "yz-record-form.h"
#include "yz-station-dialogs.h"
#include "yz-station-life.h"
#include "yz-station-state.h"
#include "yz-station-summary.h"
#include "yz-widgets.h"
#include "yz-wrap-layout.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _YzStationDetail
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkStack *tabs;
  GtkToggleButton *history_button;
  GtkImage *look_image;
  GtkLabel *word_label;
  GtkLabel *status_label;
  GtkWidget *tags;
  YzHistoryView *history_view;
  YzRecordForm *form;
  GMenu *state_verbs;

  YzStations *stations;
  YzStationCard *card;
  YzHistory *history;
  YzPhotos *photos;
  char *new_id; /* of the station that the form adds, otherwise NULL */
  gboolean closable;
};

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

static YzSession *
get_session (YzStationDetail *self)
{
  return yz_listing_get_session (YZ_LISTING (self->stations));
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

static const struct
{
  const char *state;
  const char *label;
  const char *action;
  /* clang-format off */
} verbs[] = {
  { "open", N_ ("Put into _Service…"), "detail.state" },
  { "paused", N_ ("_Pause…"), "detail.state" },
  { "rectifying", N_ ("Start _Rectification…"), "detail.state" },
  { "merged", N_ ("_Merge into Another Station…"), "detail.merge" },
  { "closed", N_ ("_Close for Good…"), "detail.state" },
};
/* clang-format on */

static void
update_verbs (YzStationDetail *self, const char *const *next)
{
  g_menu_remove_all (self->state_verbs);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (verbs[i].label), NULL);
      gboolean has_target = g_str_equal (verbs[i].action, "detail.state");

      g_menu_item_set_action_and_target (item, verbs[i].action, has_target ? "s" : NULL, verbs[i].state);
      if (g_strv_contains (next, verbs[i].state))
        g_menu_append_item (self->state_verbs, item);
    }
}

/* A state is offered where a station may go there from the one it is in. */
static void
update_actions (YzStationDetail *self)
{
  YzRecord *station = yz_station_card_get_station (self->card);
  const char *state = station != NULL ? yz_record_get_text (station, "state") : NULL;
  const char *const *next = yz_station_state_get_next (state);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "detail.edit", station != NULL);
  gtk_widget_action_set_enabled (widget, "detail.edit-hours", station != NULL);
  gtk_widget_action_set_enabled (widget, "detail.delete", station != NULL);
  gtk_widget_action_set_enabled (widget, "detail.duplicate", station != NULL);
  gtk_widget_action_set_enabled (widget, "detail.add-photos", station != NULL);
  gtk_widget_action_set_enabled (widget, "detail.choose-photos", station != NULL);
  gtk_widget_action_set_enabled (widget, "detail.state", station != NULL && next[0] != NULL);
  gtk_widget_action_set_enabled (widget, "detail.merge", station != NULL && g_strv_contains (next, "merged"));
  gtk_widget_action_set_enabled (widget, "detail.copy-position",
                                 station != NULL && yz_record_get (station, "lon") != NULL);
  update_verbs (self, next);
}

static void
update_history (YzStationDetail *self)
{
  YzRecord *station = yz_station_card_get_station (self->card);
  gboolean shown = gtk_toggle_button_get_active (self->history_button);

  /* read only when somebody looks: it is one query for each station passed by otherwise */
  yz_history_set_record (self->history, station != NULL && shown ? yz_record_get_id (station) : "");
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
  update_actions (self);
  update_history (self);
  update_page (self);
}

static void
on_tab_changed (YzStationDetail *self)
{
  gtk_stack_set_visible_child_name (self->tabs,
                                    gtk_toggle_button_get_active (self->history_button) ? "history" : "facts");
  update_history (self);
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

static void
begin_edit (YzStationDetail *self, YzDraft *draft)
{
  yz_record_form_set_draft (self->form, get_session (self), draft);
  update_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITING]);
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStationDetail *self = YZ_STATION_DETAIL (widget);
  YzRecord *station = yz_station_card_get_station (self->card);
  g_autoptr (YzDraft) draft = NULL;

  if (station == NULL || is_editing (self))
    return;
  draft = yz_draft_new (get_session (self), station, FALSE);
  begin_edit (self, draft);
}

static void
edit_hours_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzRecord *station = yz_station_card_get_station (YZ_STATION_DETAIL (widget)->card);
  const char *ids[] = { yz_record_get_id (station), NULL };

  gtk_widget_activate_action (widget, "win.edit-hours-of", "^as", ids);
}

static void
history_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_toggle_button_set_active (YZ_STATION_DETAIL (widget)->history_button, TRUE);
}

static void
copy_position_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStationDetail *self = YZ_STATION_DETAIL (widget);
  g_autofree char *position = yz_station_card_dup_position (self->card, g_variant_get_string (parameter, NULL));

  if (position != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), position);
}

static void
state_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStationDetail *self = YZ_STATION_DETAIL (widget);

  yz_station_dialog_show_state (widget, get_session (self), yz_station_card_get_station (self->card),
                                g_variant_get_string (parameter, NULL));
}

static void
apply_state_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStationDetail *self = YZ_STATION_DETAIL (widget);
  const char *state, *reason, *until;
  g_autofree char *date = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzEdit) edit = NULL;

  g_variant_get (parameter, "(&s&s&s)", &state, &reason, &until);
  date = yz_session_expand_date (get_session (self), until);
  edit = yz_station_make_transition (yz_station_card_get_station (self->card), state, reason, date, &error);
  if (edit != NULL)
    yz_session_apply (get_session (self), edit);
  else
    yz_session_report_error (get_session (self), error);
}

static void
merge_into_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStationDetail *self = YZ_STATION_DETAIL (widget);

  yz_station_merge (get_session (self), yz_station_card_get_station (self->card),
                    g_variant_get_string (parameter, NULL));
}

static void
merge_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStationDetail *self = YZ_STATION_DETAIL (widget);

  yz_station_dialog_show_merge (widget, get_session (self), yz_station_card_get_station (self->card));
}

/* The copy is what one goes on with. */
static void
duplicate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStationDetail *self = YZ_STATION_DETAIL (widget);
  g_autofree char *id = yz_id_factory_next (yz_session_get_ids (get_session (self)));
  g_autoptr (YzEdit) edit = yz_station_make_duplicate (yz_station_card_get_station (self->card), id);

  yz_listing_create (YZ_LISTING (self->stations), edit, id);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_listing_delete_current (YZ_LISTING (YZ_STATION_DETAIL (widget)->stations));
}

static void
on_photos_added (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzStationDetail) self = data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) refused = yz_photos_add_finish (YZ_PHOTOS (source), result, &error);

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    yz_session_report_error (yz_photos_get_session (YZ_PHOTOS (source)), error);
  else if (refused != NULL && *refused != NULL)
    yz_photo_dialog_tell_refused (GTK_WIDGET (self), (const char *const *) refused);
}

static void
add_photos_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStationDetail *self = YZ_STATION_DETAIL (widget);
  g_autofree const char **uris = g_variant_get_strv (parameter, NULL);

  yz_photos_add_async (self->photos, uris, on_photos_added, g_object_ref (self));
}

static void
choose_photos_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_photo_dialog_choose (widget);
}

static void
show_photo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *viewer = yz_photo_viewer_new (YZ_STATION_DETAIL (widget)->photos, g_variant_get_string (parameter, NULL));

  gtk_window_set_transient_for (GTK_WINDOW (viewer), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (viewer));
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
  gtk_widget_class_bind_template_child (widget_class, YzStationDetail, history_button);
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
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "detail.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "detail.edit-hours", NULL, edit_hours_cb);
  gtk_widget_class_install_action (widget_class, "detail.history", NULL, history_cb);
  gtk_widget_class_install_action (widget_class, "detail.copy-position", "s", copy_position_cb);
  gtk_widget_class_install_action (widget_class, "detail.state", "s", state_cb);
  gtk_widget_class_install_action (widget_class, "detail.apply-state", "(sss)", apply_state_cb);
  gtk_widget_class_install_action (widget_class, "detail.merge", NULL, merge_cb);
  gtk_widget_class_install_action (widget_class, "detail.merge-into", "s", merge_into_cb);
  gtk_widget_class_install_action (widget_class, "detail.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (widget_class, "detail.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "detail.choose-photos", NULL, choose_photos_cb);
  gtk_widget_class_install_action (widget_class, "detail.add-photos", "as", add_photos_cb);
  gtk_widget_class_install_action (widget_class, "detail.show-photo", "s", show_photo_cb);
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
  g_type_ensure (YZ_TYPE_STATION_SUMMARY);
  g_type_ensure (YZ_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stations/yz-station-detail.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_children (widget_class);
  install_actions (widget_class);
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
  begin_edit (self, draft);
}
