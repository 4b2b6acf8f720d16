#include "config.h"

#include "yz-audit-window.h"

#include "yz-audit-walk.h"
#include "yz-kinds.h"
#include "yz-stock-chooser.h"
#include "yz-text.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

struct _YzAuditWindow
{
  AdwWindow parent_instance;

  YzSession *session;
  YzAuditWalk *walk;
  char *place;          /* nullable */
  GHashTable *declined; /* set of tags whose proposal is not accepted */
  GCancellable *cancellable;

  AdwWindowTitle *window_title;
  GtkWidget *close_button;
  GtkStack *stack;
  YzStockChooser *place_chooser;
  GtkEditable *auditor_row;
  GtkWidget *open_label;
  GtkListBox *open_list;
  GtkEntry *entry;
  GtkLabel *message_label;
  GtkBox *lists;
};

G_DEFINE_FINAL_TYPE (YzAuditWindow, yz_audit_window, ADW_TYPE_WINDOW)

/* --- the four lists ----------------------------------------------------------------------------------------------- */

static void
on_accept_toggled (GtkCheckButton *button, gpointer data)
{
  YzAuditWindow *self = YZ_AUDIT_WINDOW (data);
  const char *tag = g_object_get_data (G_OBJECT (button), "tag");

  if (gtk_check_button_get_active (button))
    g_hash_table_remove (self->declined, tag);
  else
    g_hash_table_add (self->declined, g_strdup (tag));
}

/* What is proposed is done unless somebody says no. */
static GtkWidget *
make_choice (YzAuditWindow *self, const YzAuditRow *row, const char *proposal)
{
  GtkWidget *button = gtk_check_button_new_with_label (proposal);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), !g_hash_table_contains (self->declined, row->tag));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "tag", g_strdup (row->tag), g_free);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_accept_toggled), self, 0);
  return button;
}

static char *
describe_row (const YzAuditRow *row)
{
  const char *books = row->books != NULL ? yz_record_get_title (row->books) : NULL;

  if (row->finding == YZ_AUDIT_ELSEWHERE && books != NULL)
    return g_strdup_printf (_ ("In the books at %s"), books);
  return row->note != NULL ? g_strdup (row->note) : g_strdup ("");
}

static GtkWidget *
make_row (YzAuditWindow *self, const YzAuditRow *row)
{
  GtkWidget *line = adw_action_row_new ();
  g_autofree char *title = g_markup_printf_escaped ("%s%s%s", row->item != NULL ? yz_record_get_title (row->item) : "",
                                                    row->item != NULL ? " " : "", row->tag);
  g_autofree char *detail = describe_row (row);
  g_autofree char *subtitle = g_markup_escape_text (detail, -1);
  g_autofree char *proposal = yz_audit_row_get_proposal (row);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line), subtitle);
  if (proposal != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (line), make_choice (self, row, proposal));
  return line;
}

static void
add_list (YzAuditWindow *self, const YzAuditResult *result, YzAuditFinding finding)
{
  const YzField *field = yz_kind_find_field (&yz_audit_mark_kind, "finding");
  const char *title = _ (yz_field_get_choice (field, yz_audit_finding_get_nick (finding))->title);
  g_autofree char *heading = g_strdup_printf ("%s %u", title, result->counts[finding]);
  GtkWidget *head = yz_widgets_make_label (heading, "yz-section-title");
  GtkWidget *list;

  gtk_widget_set_margin_top (head, 6);
  gtk_box_append (self->lists, head);
  if (result->counts[finding] == 0)
    return;
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (guint i = 0; i < result->rows->len; i++)
    {
      const YzAuditRow *row = g_ptr_array_index (result->rows, i);

      if (row->finding == finding)
        gtk_list_box_append (GTK_LIST_BOX (list), make_row (self, row));
    }
  gtk_box_append (self->lists, list);
}

static void
on_changed (YzAuditWindow *self)
{
  const YzAuditResult *result = yz_audit_walk_get_result (self->walk);
  gboolean is_open = yz_record_get (result->audit, "closed") == NULL;

  adw_window_title_set_title (self->window_title, yz_record_get_title (result->place));
  adw_window_title_set_subtitle (self->window_title, yz_record_get_title (result->audit));
  yz_widgets_clear_box (self->lists);
  for (guint finding = 0; finding < YZ_N_AUDIT_FINDINGS; finding++)
    add_list (self, result, (YzAuditFinding) finding);
  gtk_widget_set_visible (self->close_button, is_open);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), is_open);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "walk") == 0)
    return;
  gtk_stack_set_visible_child_name (self->stack, "walk");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
on_message (YzAuditWindow *self)
{
  g_autofree char *message = NULL;

  g_object_get (self->walk, "message", &message, NULL);
  gtk_label_set_text (self->message_label, message);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
}

static void
on_scanned (YzAuditWindow *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  yz_audit_walk_submit (self->walk, text);
}

/* --- before it begins --------------------------------------------------------------------------------------------- */

static void
set_place (YzAuditWindow *self, const char *id)
{
  yz_set_str (&self->place, id);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "audit.begin", self->place != NULL);
}

static void
on_place_chosen (YzAuditWindow *self, YzRecord *record)
{
  g_object_set (self->place_chooser, "title", record != NULL ? yz_record_get_title (record) : _ ("Choose…"), NULL);
  set_place (self, record != NULL ? yz_record_get_id (record) : NULL);
}

static void
add_open (YzAuditWindow *self, YzRecord *audit)
{
  GtkWidget *row = adw_action_row_new ();
  const char *auditor = yz_record_get_text (audit, "auditor");
  g_autofree char *title = g_markup_escape_text (yz_record_get_title (audit), -1);
  g_autofree char *subtitle = g_markup_escape_text (auditor != NULL ? auditor : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "audit", g_strdup (yz_record_get_id (audit)), g_free);
  gtk_list_box_append (self->open_list, row);
}

static void
on_open_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzAuditWindow) self = data;
  g_autoptr (GArray) rows = yz_store_query_finish (YZ_STORE (source), result, NULL);

  for (guint i = 0; rows != NULL && self->session != NULL && i < rows->len; i++)
    {
      g_autoptr (YzRecord)
        audit = yz_store_load_row (YZ_STORE (source), &yz_audit_kind, g_array_index (rows, gint64, i), NULL);

      if (audit != NULL)
        add_open (self, audit);
    }
  gtk_widget_set_visible (self->open_label, rows != NULL && rows->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->open_list), rows != NULL && rows->len > 0);
}

static void
look_for_open (YzAuditWindow *self)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_audit_kind);

  yz_query_add (query, "state", YZ_COMPARE_EQUAL, g_variant_new_string ("open"));
  yz_query_set_limit (query, 20);
  yz_store_query_async (yz_session_get_store (self->session), query, self->cancellable, on_open_found,
                        g_object_ref (self));
}

static void
on_open_activated (YzAuditWindow *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "audit.resume", "s",
                              (const char *) g_object_get_data (G_OBJECT (row), "audit"));
}

/* --- verbs -------------------------------------------------------------------------------------------------------- */

static void
begin_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzAuditWindow *self = YZ_AUDIT_WINDOW (widget);
  const char *auditor = gtk_editable_get_text (self->auditor_row);

  gtk_widget_action_set_enabled (widget, "audit.begin", FALSE);
  yz_audit_walk_begin (self->walk, self->place, *auditor != '\0' ? auditor : NULL);
}

static void
resume_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_audit_walk_resume (YZ_AUDIT_WINDOW (widget)->walk, g_variant_get_string (parameter, NULL));
}

static void
close_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzAuditWindow *self = YZ_AUDIT_WINDOW (widget);
  const YzAuditResult *result = yz_audit_walk_get_result (self->walk);
  g_autoptr (GStrvBuilder) accepted = g_strv_builder_new ();
  g_auto (GStrv) tags = NULL;

  for (guint i = 0; result != NULL && i < result->rows->len; i++)
    {
      const YzAuditRow *row = g_ptr_array_index (result->rows, i);

      if (!g_hash_table_contains (self->declined, row->tag))
        g_strv_builder_add (accepted, row->tag);
    }
  tags = g_strv_builder_end (accepted);
  yz_audit_walk_close (self->walk, (const char *const *) tags);
}

/* --- the widget --------------------------------------------------------------------------------------------------- */

static void
yz_audit_window_dispose (GObject *object)
{
  YzAuditWindow *self = YZ_AUDIT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->walk);
  g_clear_object (&self->session);
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->declined, g_hash_table_unref);

  G_OBJECT_CLASS (yz_audit_window_parent_class)->dispose (object);
}

static void
yz_audit_window_class_init (YzAuditWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_audit_window_dispose;
  g_type_ensure (YZ_TYPE_STOCK_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-audit-window.ui");
  gtk_widget_class_bind_template_child (widget_class, YzAuditWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, YzAuditWindow, close_button);
  gtk_widget_class_bind_template_child (widget_class, YzAuditWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, YzAuditWindow, place_chooser);
  gtk_widget_class_bind_template_child (widget_class, YzAuditWindow, auditor_row);
  gtk_widget_class_bind_template_child (widget_class, YzAuditWindow, open_label);
  gtk_widget_class_bind_template_child (widget_class, YzAuditWindow, open_list);
  gtk_widget_class_bind_template_child (widget_class, YzAuditWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, YzAuditWindow, message_label);
  gtk_widget_class_bind_template_child (widget_class, YzAuditWindow, lists);
  gtk_widget_class_bind_template_callback (widget_class, on_place_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_scanned);
  gtk_widget_class_bind_template_callback (widget_class, on_open_activated);
  gtk_widget_class_install_action (widget_class, "audit.begin", NULL, begin_cb);
  gtk_widget_class_install_action (widget_class, "audit.resume", "s", resume_cb);
  gtk_widget_class_install_action (widget_class, "audit.close", NULL, close_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
yz_audit_window_init (YzAuditWindow *self)
{
  self->declined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
yz_audit_window_new (GtkWindow *parent, YzInventory *inventory)
{
  YzAuditWindow *self;
  g_autofree char *title = NULL, *author = NULL;

  g_return_val_if_fail (YZ_IS_INVENTORY (inventory), NULL);

  self = g_object_new (YZ_TYPE_AUDIT_WINDOW, "transient-for", parent, NULL);
  self->session = g_object_ref (yz_inventory_get_session (inventory));
  self->walk = yz_audit_walk_new (self->session);
  g_signal_connect_object (self->walk, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->walk, "notify::message", G_CALLBACK (on_message), self, G_CONNECT_SWAPPED);
  g_object_set (self->place_chooser, "session", self->session, NULL);
  set_place (self, yz_inventory_get_place (inventory));
  g_object_get (self->session, "author", &author, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->auditor_row), author != NULL ? author : "");
  g_object_get (inventory, "title", &title, NULL);
  if (self->place != NULL)
    g_object_set (self->place_chooser, "title", title, NULL);
  look_for_open (self);
  return GTK_WIDGET (self);
}
