#include "config.h"

#include "yz-holiday-dialog.h"

#include "yz-bulk-preview.h"
#include "yz-holiday-patch.h"
#include "yz-kinds.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

#define PREVIEW_AFTER_MS 150

/* Words of the action "holidays.rule". */
static const char *const rule_names[] = {
  [YZ_HOLIDAY_RULE_CLOSED] = "closed",
  [YZ_HOLIDAY_RULE_AS_USUAL] = "as-usual",
  [YZ_HOLIDAY_RULE_HOURS] = "hours",
};

struct _YzHolidayDialog
{
  AdwWindow parent_instance;

  GtkEntry *times_entry;
  GtkLabel *times_error;
  GtkListBox *preview;
  GtkLabel *counts_label;

  YzSession *session;
  YzBulkEdit *bulk;
  guint32 today;
  YzHolidayRule rule;
  guint preview_id;
};

G_DEFINE_FINAL_TYPE (YzHolidayDialog, yz_holiday_dialog, ADW_TYPE_WINDOW)

enum
{
  PROP_RULE = 1,
};

static GParamSpec *properties[PROP_RULE + 1];

/* --- preview --- */

static GVariant *
patch_hours (GVariant *value, gpointer patch, GError **error)
{
  g_autofree char *text =
    yz_holiday_patch_apply (patch, value != NULL ? g_variant_get_string (value, NULL) : NULL, error);

  return text != NULL ? g_variant_ref_sink (g_variant_new_string (text)) : NULL;
}

static YzHolidayPatch *
make_patch (YzHolidayDialog *self, GError **error)
{
  const char *times = gtk_editable_get_text (GTK_EDITABLE (self->times_entry));

  /* nothing typed yet is nothing wrong */
  if (self->rule == YZ_HOLIDAY_RULE_HOURS && *times == '\0')
    return NULL;
  return yz_holiday_patch_new (self->rule, times, self->today, error);
}

static void
show_times_error (YzHolidayDialog *self, const GError *error)
{
  gtk_label_set_text (self->times_error, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->times_error), error != NULL);
  yz_widgets_set_class (GTK_WIDGET (self->times_entry), "error", error != NULL);
}

static void
show_outcome (YzHolidayDialog *self)
{
  guint n_changed = yz_bulk_preview_show (self->preview, self->counts_label, self->bulk);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "holidays.apply", n_changed > 0);
}

static void
free_patch (gpointer patch)
{
  yz_holiday_patch_free (patch);
}

static void
update_preview (YzHolidayDialog *self)
{
  g_autoptr (GError) error = NULL;
  YzHolidayPatch *patch = make_patch (self, &error);

  if (patch != NULL)
    yz_bulk_edit_set_each (self->bulk, "hours", patch_hours, patch, free_patch);
  else
    yz_bulk_edit_unset (self->bulk);
  show_times_error (self, error);
  show_outcome (self);
}

static void
show_title (YzHolidayDialog *self)
{
  guint n_stations = yz_bulk_edit_get_n_records (self->bulk);
  g_autofree char *title =
    g_strdup_printf (ngettext ("%u Station on Public Holidays", "%u Stations on Public Holidays", n_stations),
                     n_stations);

  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
on_bulk_changed (YzHolidayDialog *self)
{
  show_title (self);
  show_outcome (self);
}

static gboolean
on_pause (gpointer data)
{
  YzHolidayDialog *self = YZ_HOLIDAY_DIALOG (data);

  self->preview_id = 0;
  update_preview (self);
  return G_SOURCE_REMOVE;
}

/* Typing times means that there are some. */
static void
on_times_changed (YzHolidayDialog *self)
{
  if (self->bulk == NULL)
    return;
  g_object_set (self, "rule", rule_names[YZ_HOLIDAY_RULE_HOURS], NULL);
  yz_bulk_edit_unset (self->bulk);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "holidays.apply", FALSE);
  g_clear_handle_id (&self->preview_id, g_source_remove);
  self->preview_id = g_timeout_add (PREVIEW_AFTER_MS, on_pause, self);
}

/* --- actions --- */

static void
times_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_editable_set_text (GTK_EDITABLE (YZ_HOLIDAY_DIALOG (widget)->times_entry),
                         g_variant_get_string (parameter, NULL));
}

static void
apply_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzHolidayDialog *self = YZ_HOLIDAY_DIALOG (widget);
  g_autoptr (YzEdit) edit = yz_bulk_edit_make_edit (self->bulk);

  yz_session_apply (self->session, edit);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- the window --- */

static void
set_rule (YzHolidayDialog *self, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (rule_names); i++)
    if (g_str_equal (rule_names[i], name) && i != self->rule)
      {
        self->rule = i;
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RULE]);
        if (i == YZ_HOLIDAY_RULE_HOURS)
          gtk_widget_grab_focus (GTK_WIDGET (self->times_entry));
        update_preview (self);
        return;
      }
}

static void
yz_holiday_dialog_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_RULE)
    g_value_set_string (value, rule_names[YZ_HOLIDAY_DIALOG (object)->rule]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_holiday_dialog_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_RULE)
    set_rule (YZ_HOLIDAY_DIALOG (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_holiday_dialog_dispose (GObject *object)
{
  YzHolidayDialog *self = YZ_HOLIDAY_DIALOG (object);

  g_clear_handle_id (&self->preview_id, g_source_remove);
  if (self->bulk != NULL)
    yz_bulk_edit_cancel (self->bulk);
  g_clear_object (&self->bulk);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yz_holiday_dialog_parent_class)->dispose (object);
}

static void
yz_holiday_dialog_class_init (YzHolidayDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yz_holiday_dialog_get_property;
  object_class->set_property = yz_holiday_dialog_set_property;
  object_class->dispose = yz_holiday_dialog_dispose;
  properties[PROP_RULE] = g_param_spec_string ("rule", NULL, NULL, rule_names[YZ_HOLIDAY_RULE_CLOSED],
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/days/yz-holiday-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, YzHolidayDialog, times_entry);
  gtk_widget_class_bind_template_child (widget_class, YzHolidayDialog, times_error);
  gtk_widget_class_bind_template_child (widget_class, YzHolidayDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, YzHolidayDialog, counts_label);
  gtk_widget_class_bind_template_callback (widget_class, on_times_changed);
  gtk_widget_class_install_property_action (widget_class, "holidays.rule", "rule");
  gtk_widget_class_install_action (widget_class, "holidays.times", "s", times_cb);
  gtk_widget_class_install_action (widget_class, "holidays.apply", NULL, apply_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
yz_holiday_dialog_init (YzHolidayDialog *self)
{
  GtkWidget *hint = gtk_label_new (_ ("Type the hours of public holidays: here stands what happens to each station."));

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_widget_add_css_class (hint, "yz-second");
  gtk_widget_set_margin_top (hint, 24);
  gtk_widget_show (hint);
  gtk_list_box_set_placeholder (self->preview, hint);
}

GtkWidget *
yz_holiday_dialog_new (GtkWindow *parent, YzSession *session, guint32 today, const char *const *ids)
{
  YzHolidayDialog *self;

  g_return_val_if_fail (YZ_IS_SESSION (session), NULL);

  self = g_object_new (YZ_TYPE_HOLIDAY_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->today = today;
  self->bulk = yz_bulk_edit_new (session, &yz_station_kind, ids);
  g_signal_connect_object (self->bulk, "changed", G_CALLBACK (on_bulk_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bulk, "failed", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  show_title (self);
  update_preview (self);
  return GTK_WIDGET (self);
}
