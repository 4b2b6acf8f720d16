#include "config.h"

#include "yz-record-pane.h"

#include "yz-history-view.h"
#include "yz-record-facts.h"
#include "yz-record-form.h"
#include "yz-value-words.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

#define SYMBOL_SIZE 24

struct _YzRecordPane
{
  GtkWidget parent_instance;

  GtkStack *pages; /* "empty", "read", "form" */
  GtkStack *tabs;
  GtkLabel *title_label;
  GtkLabel *kind_label;
  GtkBox *facts;
  GtkWidget *references_section;
  GtkBox *references;
  YzHistoryView *history_view;
  YzRecordForm *form;

  YzRecords *records;
  YzHistory *history;
  gboolean editing;
  char *new_id; /* of the record that the form makes, otherwise NULL */
  char *tab;
};

G_DEFINE_FINAL_TYPE (YzRecordPane, yz_record_pane, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_RECORDS = 1,
  PROP_EDITING,
  PROP_TAB,
} YzRecordPaneProperty;

static GParamSpec *properties[PROP_TAB + 1];

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = yz_widgets_make_wrapped_label (text, style);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  return label;
}

/* The words below it say what it is. */
static GtkWidget *
make_symbol (const char *name)
{
  GtkWidget *image = gtk_image_new_from_icon_name (name);

  gtk_image_set_pixel_size (GTK_IMAGE (image), SYMBOL_SIZE);
  gtk_widget_set_halign (image, GTK_ALIGN_START);
  return image;
}

static void
show_facts (GtkBox *box, GPtrArray *facts)
{
  yz_widgets_clear_box (box);
  for (guint i = 0; i < facts->len; i++)
    {
      const YzRecordFact *fact = g_ptr_array_index (facts, i);
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

      gtk_box_append (GTK_BOX (row), make_label (fact->title, "yz-second"));
      if (fact->symbol != NULL)
        gtk_box_append (GTK_BOX (row), make_symbol (fact->symbol));
      gtk_box_append (GTK_BOX (row), make_label (fact->text, NULL));
      gtk_box_append (box, row);
    }
}

static void
show_record (YzRecordPane *self, YzRecord *record)
{
  YzSession *session = yz_listing_get_session (YZ_LISTING (self->records));
  YzStore *store = yz_session_get_store (session);
  g_autoptr (GError) error = NULL;
  gboolean reveal;
  g_autofree char *title = NULL;
  g_autoptr (GPtrArray) facts = NULL, references = NULL;

  g_object_get (self->records, "reveal", &reveal, NULL);
  title = yz_record_to_words (record, reveal);
  facts = yz_record_facts_new (store, record, reveal);
  references = yz_record_facts_new_references (store, record, &error);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->kind_label, _ (yz_record_get_kind (record)->title));
  show_facts (self->facts, facts);
  gtk_widget_set_visible (self->references_section, references != NULL && references->len > 0);
  if (references != NULL)
    show_facts (self->references, references);
  else
    yz_session_report_error (session, error);
}

static void
update (YzRecordPane *self)
{
  YzRecord *record = self->records != NULL ? yz_listing_get_current (YZ_LISTING (self->records)) : NULL;

  if (self->history != NULL)
    yz_history_set_record (self->history, record != NULL ? yz_record_get_id (record) : "");
  if (record != NULL)
    show_record (self, record);
  gtk_stack_set_visible_child_name (self->pages, self->editing ? "form" : record != NULL ? "read" : "empty");
}

static void
set_editing (YzRecordPane *self, gboolean editing)
{
  if (self->editing != editing)
    {
      self->editing = editing;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITING]);
    }
  update (self);
}

/* A new record becomes the current one, unless it was given up. */
static void
on_form_closed (YzRecordPane *self, gboolean saved)
{
  g_autofree char *id = g_steal_pointer (&self->new_id);

  set_editing (self, FALSE);
  if (id != NULL && saved)
    yz_listing_select_id (YZ_LISTING (self->records), id);
}

/* The form stays with its record when another one is chosen: only the user gives up what was typed. */
static void
on_current_changed (YzRecordPane *self)
{
  YzDraft *draft = yz_record_form_get_draft (self->form);

  if (self->editing && draft != NULL && !yz_draft_is_dirty (draft))
    gtk_widget_activate_action (GTK_WIDGET (self->form), "form.cancel", NULL);
  update (self);
}

static void
set_records (YzRecordPane *self, YzRecords *records)
{
  if (!g_set_object (&self->records, records) || records == NULL)
    return;

  g_clear_object (&self->history);
  self->history = yz_history_new (yz_listing_get_session (YZ_LISTING (records)));
  g_object_set (self->history_view, "history", self->history, NULL);
  g_signal_connect_object (records, "notify::current", G_CALLBACK (on_current_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (records, "words-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
yz_record_pane_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzRecordPane *self = YZ_RECORD_PANE (object);

  switch ((YzRecordPaneProperty) prop_id)
    {
    case PROP_RECORDS:
      g_value_set_object (value, self->records);
      break;
    case PROP_EDITING:
      g_value_set_boolean (value, self->editing);
      break;
    case PROP_TAB:
      g_value_set_string (value, self->tab);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_record_pane_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzRecordPane *self = YZ_RECORD_PANE (object);

  if (prop_id == PROP_RECORDS)
    set_records (self, g_value_get_object (value));
  else if (prop_id == PROP_TAB)
    yz_record_pane_show_tab (self, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_record_pane_dispose (GObject *object)
{
  YzRecordPane *self = YZ_RECORD_PANE (object);

  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->history);
  g_clear_object (&self->records);
  g_clear_pointer (&self->new_id, g_free);
  g_clear_pointer (&self->tab, g_free);

  G_OBJECT_CLASS (yz_record_pane_parent_class)->dispose (object);
}

static void
yz_record_pane_class_init (YzRecordPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = yz_record_pane_get_property;
  object_class->set_property = yz_record_pane_set_property;
  object_class->dispose = yz_record_pane_dispose;

  properties[PROP_RECORDS] = g_param_spec_object ("records", NULL, NULL, YZ_TYPE_RECORDS, flags);
  properties[PROP_EDITING] =
    g_param_spec_boolean ("editing", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TAB] = g_param_spec_string ("tab", NULL, NULL, "facts", flags | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (YZ_TYPE_HISTORY_VIEW);
  g_type_ensure (YZ_TYPE_RECORD_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/records/yz-record-pane.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, YzRecordPane, pages);
  gtk_widget_class_bind_template_child (widget_class, YzRecordPane, tabs);
  gtk_widget_class_bind_template_child (widget_class, YzRecordPane, title_label);
  gtk_widget_class_bind_template_child (widget_class, YzRecordPane, kind_label);
  gtk_widget_class_bind_template_child (widget_class, YzRecordPane, facts);
  gtk_widget_class_bind_template_child (widget_class, YzRecordPane, references_section);
  gtk_widget_class_bind_template_child (widget_class, YzRecordPane, references);
  gtk_widget_class_bind_template_child (widget_class, YzRecordPane, history_view);
  gtk_widget_class_bind_template_child (widget_class, YzRecordPane, form);
  gtk_widget_class_bind_template_callback (widget_class, on_form_closed);
  gtk_widget_class_install_property_action (widget_class, "pane.tab", "tab");
}

static void
yz_record_pane_init (YzRecordPane *self)
{
  self->tab = g_strdup ("facts");
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
yz_record_pane_edit (YzRecordPane *self, YzDraft *draft)
{
  YzDraft *present;

  g_return_if_fail (YZ_IS_RECORD_PANE (self));
  g_return_if_fail (YZ_IS_DRAFT (draft));

  present = yz_record_form_get_draft (self->form);
  if (present == NULL || !yz_draft_is_dirty (present))
    {
      g_free (self->new_id);
      self->new_id = yz_draft_is_new (draft) ? g_strdup (yz_record_get_id (yz_draft_get_record (draft))) : NULL;
      yz_record_form_set_draft (self->form, yz_listing_get_session (YZ_LISTING (self->records)), draft);
    }
  set_editing (self, TRUE);
}

void
yz_record_pane_show_tab (YzRecordPane *self, const char *name)
{
  g_return_if_fail (YZ_IS_RECORD_PANE (self));

  if (g_strcmp0 (self->tab, name) == 0)
    return;
  g_free (self->tab);
  self->tab = g_strdup (name);
  gtk_stack_set_visible_child_name (self->tabs, name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TAB]);
}
