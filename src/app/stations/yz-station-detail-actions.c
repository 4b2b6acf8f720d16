/* What can be done with the station that the detail pane shows. */
#include "config.h"

#include "yz-station-detail-private.h"

#include "yz-listing-verbs.h"
#include "yz-photo-dialogs.h"
#include "yz-photo-viewer.h"
#include "yz-station-dialogs.h"
#include "yz-station-life.h"
#include "yz-station-state.h"
#include "yz-kinds.h"
#include "yz-stock-form-window.h"
#include "yz-stock-record-window.h"

#include <glib/gi18n.h>

static YzSession *
get_session (YzStationDetail *self)
{
  return yz_listing_get_session (YZ_LISTING (self->stations));
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
void
yz_station_detail_update_actions (YzStationDetail *self)
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
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStationDetail *self = YZ_STATION_DETAIL (widget);
  YzRecord *station = yz_station_card_get_station (self->card);
  g_autoptr (YzDraft) draft = NULL;

  if (station == NULL || yz_record_form_get_draft (self->form) != NULL)
    return;
  draft = yz_draft_new (get_session (self), station, FALSE);
  yz_station_detail_begin_edit (self, draft);
}

static void
edit_hours_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzRecord *station = yz_station_card_get_station (YZ_STATION_DETAIL (widget)->card);
  const char *ids[] = { yz_record_get_id (station), NULL };

  gtk_widget_activate_action (widget, "win.edit-hours-of", "^as", ids);
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
close_station_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStationDetail *self = YZ_STATION_DETAIL (widget);
  const char *reason, *target;

  g_variant_get (parameter, "(&s&s)", &reason, &target);
  yz_station_close (get_session (self), yz_station_card_get_station (self->card), reason,
                    *target != '\0' ? target : NULL);
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

/* --- what the station has ----------------------------------------------------------------------------------------- */

static void
show_form (YzStationDetail *self, YzStockVerb verb)
{
  YzRecord *station = yz_station_card_get_station (self->card);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (YzStockForm) form = NULL;

  if (station == NULL)
    return;
  form = yz_stock_form_new (get_session (self), verb);
  yz_stock_form_set_place (form, yz_record_get_id (station), TRUE, yz_record_get_title (station));
  gtk_window_present (GTK_WINDOW (yz_stock_form_window_new (window, form)));
}

static void
receive_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_form (YZ_STATION_DETAIL (widget), YZ_STOCK_RECEIVE);
}

static void
hand_out_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_form (YZ_STATION_DETAIL (widget), YZ_STOCK_HAND_OUT);
}

static void
show_stock_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzRecord *station = yz_station_card_get_station (YZ_STATION_DETAIL (widget)->card);
  gboolean is_equipment = g_str_equal (name, "detail.show-equipment");

  if (station != NULL)
    gtk_widget_activate_action (widget, is_equipment ? "win.show-equipment" : "win.show-stock", "s",
                                yz_record_get_id (station));
}

static void
new_piece_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStationDetail *self = YZ_STATION_DETAIL (widget);
  YzRecord *station = yz_station_card_get_station (self->card);
  g_autoptr (YzRecord) piece = yz_session_new_record (get_session (self), &yz_equipment_kind);

  if (station == NULL)
    return;
  yz_record_set_text (piece, "station", yz_record_get_id (station));
  gtk_window_present (GTK_WINDOW (yz_stock_record_window_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                              get_session (self), piece, TRUE)));
}

/* The tab that the action is called after. */
static void
tab_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzStationDetail *self = YZ_STATION_DETAIL (widget);
  GtkToggleButton *button = g_str_equal (name, "detail.goods")       ? self->goods_button
                            : g_str_equal (name, "detail.equipment") ? self->equipment_button
                                                                     : self->history_button;

  gtk_toggle_button_set_active (button, TRUE);
}

void
yz_station_detail_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "detail.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "detail.edit-hours", NULL, edit_hours_cb);
  gtk_widget_class_install_action (widget_class, "detail.copy-position", "s", copy_position_cb);
  gtk_widget_class_install_action (widget_class, "detail.state", "s", state_cb);
  gtk_widget_class_install_action (widget_class, "detail.apply-state", "(sss)", apply_state_cb);
  gtk_widget_class_install_action (widget_class, "detail.close-station", "(ss)", close_station_cb);
  gtk_widget_class_install_action (widget_class, "detail.merge", NULL, merge_cb);
  gtk_widget_class_install_action (widget_class, "detail.merge-into", "s", merge_into_cb);
  gtk_widget_class_install_action (widget_class, "detail.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (widget_class, "detail.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "detail.choose-photos", NULL, choose_photos_cb);
  gtk_widget_class_install_action (widget_class, "detail.add-photos", "as", add_photos_cb);
  gtk_widget_class_install_action (widget_class, "detail.goods", NULL, tab_cb);
  gtk_widget_class_install_action (widget_class, "detail.equipment", NULL, tab_cb);
  gtk_widget_class_install_action (widget_class, "detail.history", NULL, tab_cb);
  gtk_widget_class_install_action (widget_class, "detail.receive", NULL, receive_cb);
  gtk_widget_class_install_action (widget_class, "detail.hand-out", NULL, hand_out_cb);
  gtk_widget_class_install_action (widget_class, "detail.show-stock", NULL, show_stock_cb);
  gtk_widget_class_install_action (widget_class, "detail.show-equipment", NULL, show_stock_cb);
  gtk_widget_class_install_action (widget_class, "detail.new-piece", NULL, new_piece_cb);
  gtk_widget_class_install_action (widget_class, "detail.show-photo", "s", show_photo_cb);
}
