#include "config.h"

#include "yz-merge-dialog.h"

#include "yz-finder.h"
#include "yz-kinds.h"
#include "yz-position.h"
#include "yz-station-goods.h"
#include "yz-station-life.h"
#include "yz-value-words.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

#define CANDIDATES 50

struct _YzMergeDialog
{
  AdwWindow parent_instance;

  GtkEditable *search_entry;
  GtkListBox *candidates;
  GtkLabel *outcome_label;
  GtkWidget *merge_button;

  GtkWidget *detail;
  YzSession *session;
  YzFinder *finder;
  YzRecord *station;
  GCancellable *cancellable; /* of looking up what lies there */
  char *goods;               /* in words, NULL until they are known */
};

G_DEFINE_FINAL_TYPE (YzMergeDialog, yz_merge_dialog, ADW_TYPE_WINDOW)

static YzRecord *
get_chosen (YzMergeDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->candidates);

  return row != NULL ? g_object_get_data (G_OBJECT (row), "station") : NULL;
}

/* One line for each field that the remaining station gains. */
static char *
describe_outcome (YzStore *store, YzRecord *from, YzRecord *into)
{
  const YzKind *kind = yz_record_get_kind (into);
  g_autoptr (YzRecord) merged = yz_station_merge_values (from, into);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const YzField *field = &kind->fields[i];
      g_autofree char *value = NULL;

      if (yz_field_equal (yz_record_get_at (into, i), yz_record_get_at (merged, i)))
        continue;
      value = yz_value_to_words (store, field, yz_record_get_at (merged, i), FALSE);
      g_string_append (text, text->len > 0 ? "\n" : "");
      g_string_append_printf (text, _ ("%s: %s"), _ (field->title), value);
    }
  if (text->len == 0)
    g_string_append (text, _ ("It has everything already."));
  return g_string_free (text, FALSE);
}

static void
on_chosen (YzMergeDialog *self)
{
  YzRecord *into = get_chosen (self);
  YzStore *store = yz_session_get_store (self->session);
  g_autofree char *outcome = into != NULL ? describe_outcome (store, self->station, into) : NULL;
  gboolean has_goods = self->goods != NULL && *self->goods != '\0';
  g_autofree char *text = NULL;

  if (outcome != NULL && has_goods)
    text = g_strconcat (outcome, "\n", _ ("What lies here is moved there."), "\n", self->goods, NULL);
  gtk_widget_set_sensitive (self->merge_button, into != NULL);
  if (outcome == NULL)
    gtk_label_set_label (self->outcome_label, _ ("Choose it in the list above."));
  else
    gtk_label_set_label (self->outcome_label, text != NULL ? text : outcome);
}

static void
on_goods_described (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzMergeDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *goods = yz_station_goods_describe_finish (YZ_STORE (source), result, &error);

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    yz_session_report_error (self->session, error);
  if (goods == NULL)
    return;
  self->goods = g_steal_pointer (&goods);
  on_chosen (self);
}

static gboolean
has_position (YzRecord *station)
{
  return yz_record_get (station, "lon") != NULL && yz_record_get (station, "lat") != NULL;
}

static YzPosition
position_of (YzRecord *station)
{
  return (YzPosition){ yz_record_get_real (station, "lon"), yz_record_get_real (station, "lat") };
}

/* How far it is tells whether two names are one place. */
static char *
format_distance (YzRecord *from, YzRecord *to)
{
  if (!has_position (from) || !has_position (to))
    return NULL;
  return yz_distance_to_words (yz_position_distance (position_of (from), position_of (to)));
}

static GtkWidget *
make_row (YzMergeDialog *self, YzRecord *station)
{
  GtkWidget *row = adw_action_row_new ();
  const char *address = yz_record_get_text (station, "address");
  g_autofree char *distance = format_distance (self->station, station);
  g_autofree char *title = g_markup_escape_text (yz_record_get_title (station), -1);
  g_autofree char *subtitle = g_markup_escape_text (address != NULL ? address : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (distance != NULL)
    {
      GtkWidget *label = gtk_label_new (distance);

      gtk_widget_add_css_class (label, "yz-second");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  g_object_set_data_full (G_OBJECT (row), "station", g_object_ref (station), g_object_unref);
  return row;
}

static YzQuery *
make_query (YzMergeDialog *self)
{
  const char *text = gtk_editable_get_text (self->search_entry);
  YzQuery *query = yz_query_new (&yz_station_kind);

  if (*text != '\0')
    yz_query_set_search (query, text);
  else if (yz_record_get (self->station, "lon") != NULL)
    yz_query_set_distance_order (query, yz_record_get_real (self->station, "lon"),
                                 yz_record_get_real (self->station, "lat"));
  yz_query_add (query, "state", YZ_COMPARE_NOT_EQUAL, g_variant_new_string ("merged"));
  yz_query_set_limit (query, CANDIDATES);
  return query;
}

static void
on_search_changed (YzMergeDialog *self)
{
  g_autoptr (YzQuery) query = make_query (self);

  yz_finder_ask (self->finder, query);
}

static void
on_answered (YzMergeDialog *self)
{
  GListModel *found = G_LIST_MODEL (yz_finder_get_list (self->finder));

  yz_widgets_clear_list (self->candidates);
  for (guint i = 0; i < g_list_model_get_n_items (found); i++)
    {
      g_autoptr (YzRecord) station = g_list_model_get_item (found, i);

      if (!g_str_equal (yz_record_get_id (station), yz_record_get_id (self->station)))
        gtk_list_box_append (self->candidates, make_row (self, station));
    }
  on_chosen (self);
}

static void
on_merge_clicked (YzMergeDialog *self)
{
  YzRecord *into = get_chosen (self);

  if (into == NULL)
    return;
  gtk_widget_activate_action (self->detail, "detail.merge-into", "s", yz_record_get_id (into));
  gtk_window_close (GTK_WINDOW (self));
}

static void
yz_merge_dialog_dispose (GObject *object)
{
  YzMergeDialog *self = YZ_MERGE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->goods, g_free);
  g_clear_object (&self->detail);
  g_clear_object (&self->finder);
  g_clear_object (&self->session);
  g_clear_object (&self->station);

  G_OBJECT_CLASS (yz_merge_dialog_parent_class)->dispose (object);
}

static void
yz_merge_dialog_class_init (YzMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_merge_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stations/yz-merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, YzMergeDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, YzMergeDialog, candidates);
  gtk_widget_class_bind_template_child (widget_class, YzMergeDialog, outcome_label);
  gtk_widget_class_bind_template_child (widget_class, YzMergeDialog, merge_button);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_merge_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
yz_merge_dialog_init (YzMergeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
yz_merge_dialog_new (GtkWidget *detail, YzSession *session, YzRecord *station)
{
  YzMergeDialog *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (YZ_IS_SESSION (session), NULL);
  g_return_val_if_fail (YZ_IS_RECORD (station), NULL);

  self = g_object_new (YZ_TYPE_MERGE_DIALOG, NULL);
  self->detail = g_object_ref (detail);
  self->session = g_object_ref (session);
  self->station = g_object_ref (station);
  self->finder = yz_finder_new (session, &yz_station_kind);
  g_signal_connect_object (self->finder, "answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
  title = g_strdup_printf (_ ("Merge “%s” into…"), yz_record_get_title (station));
  gtk_window_set_title (GTK_WINDOW (self), title);
  self->cancellable = g_cancellable_new ();
  yz_station_goods_describe_async (yz_session_get_store (session), yz_record_get_id (station), self->cancellable,
                                   on_goods_described, g_object_ref (self));
  on_search_changed (self);
  return GTK_WIDGET (self);
}
