#include "config.h"

#include "yz-records-page.h"

#include "yz-kinds.h"
#include "yz-listing-verbs.h"
#include "yz-record-pane.h"
#include "yz-record-table.h"
#include "yz-widgets.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _YzRecordsPage
{
  GtkWidget parent_instance;

  GtkBox *kinds;
  GtkSearchEntry *search_entry;
  GtkStack *stack; /* "list", "empty", "nothing-found", "error" */
  AdwStatusPage *empty_page;
  AdwStatusPage *error_page;
  YzRecordPane *pane;
  GtkWidget *reveal_button;

  YzRecords *records;
};

G_DEFINE_FINAL_TYPE (YzRecordsPage, yz_records_page, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_RECORDS = 1,
  PROP_KIND,
  PROP_REVEAL,
} YzRecordsPageProperty;

static GParamSpec *properties[PROP_REVEAL + 1];

/* --- bound in the template --- */

static char *
count_text (YzRecordsPage *self, guint shown, guint total)
{
  if (shown == total)
    return g_strdup_printf ("%u", total);
  /* Translators: how many records are shown of how many */
  return g_strdup_printf (_ ("%u of %u"), shown, total);
}

static char *
selected_text (YzRecordsPage *self, guint n)
{
  return g_strdup_printf (ngettext ("%u chosen", "%u chosen", n), n);
}

static gboolean
several (YzRecordsPage *self, guint n)
{
  return n > 1;
}

/* --- what follows the session --- */

static void
update_kind (YzRecordsPage *self)
{
  const YzKind *kind = yz_records_get_kind (self->records);
  g_autofree char *title = g_strdup_printf (_ ("No records under “%s” yet"), _ (kind->title_plural));

  adw_status_page_set_title (self->empty_page, title);
  adw_status_page_set_description (self->empty_page, kind->append_only
                                                       ? _ ("The program adds them by itself, as they happen.")
                                                       : _ ("Add the first one here, or import a list."));
  gtk_widget_set_visible (adw_status_page_get_child (self->empty_page), !kind->append_only);
  gtk_widget_set_visible (self->reveal_button, yz_kind_has_personal_data (kind));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
}

static const char *
choose_page (guint shown, const char *search, const char *error)
{
  if (error != NULL)
    return "error";
  if (shown > 0)
    return "list";
  return search != NULL && *search != '\0' ? "nothing-found" : "empty";
}

/* Where there is nothing to be read one page says so; the pane says it again only in other cases. */
static void
update_pane (YzRecordsPage *self)
{
  gboolean is_editing;

  g_object_get (self->pane, "editing", &is_editing, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->pane),
                          is_editing || g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "empty") != 0);
}

static void
update_stack (YzRecordsPage *self)
{
  g_autofree char *search = NULL, *error = NULL;
  gboolean loading;
  guint shown;

  g_object_get (self->records, "shown", &shown, "search", &search, "error", &error, "loading", &loading, NULL);
  if (loading)
    return; /* what is there stays until the answer is */
  adw_status_page_set_description (self->error_page, error);
  gtk_stack_set_visible_child_name (self->stack, choose_page (shown, search, error));
  update_pane (self);
}

static void
update_actions (YzRecordsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = yz_session_get_store (yz_listing_get_session (YZ_LISTING (self->records))) != NULL;
  gboolean current = yz_listing_get_current (YZ_LISTING (self->records)) != NULL;
  gboolean changeable = !yz_records_get_kind (self->records)->append_only;
  guint n_selected;

  g_object_get (self->records, "n-selected", &n_selected, NULL);
  gtk_widget_action_set_enabled (widget, "records.add", open && changeable);
  gtk_widget_action_set_enabled (widget, "records.edit", current && changeable);
  gtk_widget_action_set_enabled (widget, "records.history", current);
  gtk_widget_action_set_enabled (widget, "records.delete", (current || n_selected > 0) && changeable);
  gtk_widget_action_set_enabled (widget, "records.bulk-edit", n_selected > 1 && changeable);
}

static void
on_search_notify (YzRecordsPage *self)
{
  g_autofree char *search = NULL;

  g_object_get (self->records, "search", &search, NULL);
  if (g_strcmp0 (search, gtk_editable_get_text (GTK_EDITABLE (self->search_entry))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), search);
}

static void
on_search_changed (YzRecordsPage *self)
{
  if (self->records != NULL)
    g_object_set (self->records, "search", gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), NULL);
}

static void
on_search_stopped (YzRecordsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
set_records (YzRecordsPage *self, YzRecords *records)
{
  static const char *const answers[] = { "notify::loading", "notify::shown", "notify::error" };
  static const char *const choices[] = { "notify::current", "notify::n-selected", "notify::list" };

  if (!g_set_object (&self->records, records) || records == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    g_signal_connect_object (records, answers[i], G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    g_signal_connect_object (records, choices[i], G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (records, "notify::kind", G_CALLBACK (update_kind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (records, "notify::search", G_CALLBACK (on_search_notify), self, G_CONNECT_SWAPPED);
  g_object_bind_property (records, "reveal", self, "reveal", G_BINDING_SYNC_CREATE);
  update_kind (self);
  update_stack (self);
  update_actions (self);
}

/* --- actions --- */

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzRecordsPage *self = YZ_RECORDS_PAGE (widget);
  YzSession *session = yz_listing_get_session (YZ_LISTING (self->records));
  const YzKind *kind = yz_records_get_kind (self->records);
  g_autoptr (YzDraft) draft = yz_draft_find_new (session, kind);

  if (draft == NULL)
    {
      g_autoptr (YzRecord) record = yz_session_new_record (session, kind);

      draft = yz_draft_new (session, record, TRUE);
    }
  yz_record_pane_edit (self->pane, draft);
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzRecordsPage *self = YZ_RECORDS_PAGE (widget);
  g_autoptr (YzDraft) draft = yz_draft_new (yz_listing_get_session (YZ_LISTING (self->records)),
                                            yz_listing_get_current (YZ_LISTING (self->records)), FALSE);

  yz_record_pane_edit (self->pane, draft);
}

static void
history_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_record_pane_show_tab (YZ_RECORDS_PAGE (widget)->pane, "history");
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_listing_delete_selected (YZ_LISTING (YZ_RECORDS_PAGE (widget)->records));
}

static void
on_ids_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzRecordsPage) self = data;
  YzListing *records = YZ_LISTING (source);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = yz_listing_load_selected_ids_finish (records, result, &error);

  if (ids == NULL)
    yz_session_report_error (yz_listing_get_session (records), error);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.bulk-edit", "(s^as)", yz_listing_get_kind (records)->name, ids);
}

static void
bulk_edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzRecordsPage *self = YZ_RECORDS_PAGE (widget);

  yz_listing_load_selected_ids_async (YZ_LISTING (self->records), on_ids_loaded, g_object_ref (self));
}

static void
clear_search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_object_set (YZ_RECORDS_PAGE (widget)->records, "search", "", NULL);
}

/* --- the widget --- */

static void
add_kind_buttons (YzRecordsPage *self)
{
  g_autoptr (GPtrArray) kinds = yz_records_list_kinds ();

  for (guint i = 0; i < kinds->len; i++)
    {
      const YzKind *kind = g_ptr_array_index (kinds, i);
      GtkWidget *button = gtk_toggle_button_new_with_label (_ (kind->title_plural));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "records.kind");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", kind->name);
      gtk_box_append (self->kinds, button);
    }
}

static void
set_kind (YzRecordsPage *self, const char *name)
{
  const YzKind *kind = yz_kinds_find (name);

  if (kind != NULL && self->records != NULL)
    yz_records_set_kind (self->records, kind);
}

static gboolean
get_reveal (YzRecordsPage *self)
{
  gboolean reveal = FALSE;

  if (self->records != NULL)
    g_object_get (self->records, "reveal", &reveal, NULL);
  return reveal;
}

static void
set_reveal (YzRecordsPage *self, gboolean reveal)
{
  if (self->records != NULL && get_reveal (self) != reveal)
    g_object_set (self->records, "reveal", reveal, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVEAL]);
}

static void
yz_records_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzRecordsPage *self = YZ_RECORDS_PAGE (object);

  switch ((YzRecordsPageProperty) prop_id)
    {
    case PROP_RECORDS:
      g_value_set_object (value, self->records);
      break;
    case PROP_KIND:
      g_value_set_string (value, self->records != NULL ? yz_records_get_kind (self->records)->name : "");
      break;
    case PROP_REVEAL:
      g_value_set_boolean (value, get_reveal (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_records_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzRecordsPage *self = YZ_RECORDS_PAGE (object);

  switch ((YzRecordsPageProperty) prop_id)
    {
    case PROP_RECORDS:
      set_records (self, g_value_get_object (value));
      break;
    case PROP_KIND:
      set_kind (self, g_value_get_string (value));
      break;
    case PROP_REVEAL:
      set_reveal (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_records_page_dispose (GObject *object)
{
  YzRecordsPage *self = YZ_RECORDS_PAGE (object);

  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->records);

  G_OBJECT_CLASS (yz_records_page_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  properties[PROP_RECORDS] = g_param_spec_object ("records", NULL, NULL, YZ_TYPE_RECORDS, flags);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_REVEAL] = g_param_spec_boolean ("reveal", NULL, NULL, FALSE, flags | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "records.kind", "kind");
  gtk_widget_class_install_property_action (widget_class, "records.reveal", "reveal");
  gtk_widget_class_install_action (widget_class, "records.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "records.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "records.history", NULL, history_cb);
  gtk_widget_class_install_action (widget_class, "records.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "records.bulk-edit", NULL, bulk_edit_cb);
  gtk_widget_class_install_action (widget_class, "records.clear-search", NULL, clear_search_cb);
}

static void
yz_records_page_class_init (YzRecordsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yz_records_page_get_property;
  object_class->set_property = yz_records_page_set_property;
  object_class->dispose = yz_records_page_dispose;
  install_properties (object_class);
  install_actions (widget_class);

  g_type_ensure (YZ_TYPE_RECORD_PANE);
  g_type_ensure (YZ_TYPE_RECORD_TABLE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/records/yz-records-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YzRecordsPage, kinds);
  gtk_widget_class_bind_template_child (widget_class, YzRecordsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, YzRecordsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, YzRecordsPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, YzRecordsPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, YzRecordsPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, update_pane);
  gtk_widget_class_bind_template_child (widget_class, YzRecordsPage, reveal_button);
  gtk_widget_class_bind_template_callback (widget_class, count_text);
  gtk_widget_class_bind_template_callback (widget_class, selected_text);
  gtk_widget_class_bind_template_callback (widget_class, several);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
}

static void
yz_records_page_init (YzRecordsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_kind_buttons (self);
}

GtkWidget *
yz_records_page_new (YzRecords *records)
{
  g_return_val_if_fail (YZ_IS_RECORDS (records), NULL);
  return g_object_new (YZ_TYPE_RECORDS_PAGE, "records", records, NULL);
}

void
yz_records_page_focus_search (YzRecordsPage *self)
{
  g_return_if_fail (YZ_IS_RECORDS_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}
