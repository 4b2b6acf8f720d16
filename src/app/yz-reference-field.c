#include "config.h"

#include "yz-reference-field.h"

#include "yz-finder.h"
#include "yz-kinds.h"
#include "yz-value-words.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

struct _YzReferenceField
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkLabel *title_label;
  GtkPopover *popover;
  GtkEditable *search_entry;
  GtkListView *view;
  GtkWidget *nothing_label;
  GtkWidget *clear_button;

  YzDraft *draft;
  const YzField *field;
  YzSession *session;
  const YzKind *kind; /* of what is referred to */
  YzFinder *finder;
};

G_DEFINE_FINAL_TYPE (YzReferenceField, yz_reference_field, GTK_TYPE_WIDGET)

/* --- what is chosen --- */

static void
show_chosen (YzReferenceField *self)
{
  GVariant *id = yz_record_get (yz_draft_get_record (self->draft), self->field->name);
  g_autofree char *words = yz_value_to_words (yz_session_get_store (self->session), self->field, id, TRUE);
  const char *title = id != NULL ? words : _ ("(not said)");
  /* Translators: a field of a form and its value, read out */
  g_autofree char *label = g_strdup_printf (_ ("%s: %s"), _ (self->field->title), title);

  gtk_label_set_label (self->title_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (self->clear_button, id != NULL && (self->field->flags & YZ_FIELD_REQUIRED) == 0);
}

static void
choose (YzReferenceField *self, const char *id)
{
  gtk_popover_popdown (self->popover);
  yz_draft_set_value (self->draft, self->field->name, g_variant_new_string (id));
  show_chosen (self);
}

static void
on_activated (YzReferenceField *self, guint position)
{
  g_autoptr (YzRecord) record = g_list_model_get_item (G_LIST_MODEL (yz_finder_get_list (self->finder)), position);

  if (record != NULL)
    choose (self, yz_record_get_id (record));
}

/* Enter takes the first of what was found. */
static void
on_entry_activated (YzReferenceField *self)
{
  on_activated (self, 0);
}

static void
on_clear_clicked (YzReferenceField *self)
{
  choose (self, "");
}

/* --- what there is to choose from --- */

static void
on_answered (YzReferenceField *self)
{
  guint n_found = g_list_model_get_n_items (G_LIST_MODEL (yz_finder_get_list (self->finder)));

  gtk_widget_set_visible (self->nothing_label, n_found == 0);
}

static void
ask (YzReferenceField *self)
{
  const char *text = gtk_editable_get_text (self->search_entry);
  g_autoptr (YzQuery) query = yz_query_new (self->kind);

  if (*text != '\0')
    yz_query_set_search (query, text);
  else
    yz_query_set_order (query, self->kind->title_field, FALSE);
  yz_finder_ask (self->finder, query);
}

static void
on_opened (YzReferenceField *self)
{
  gtk_editable_set_text (self->search_entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  ask (self);
}

/* --- rows --- */

/* What tells records of the same name apart. */
static const char *
get_second_line (YzRecord *record)
{
  static const char *const told[] = { "address", "code", "phone" };
  const YzKind *kind = yz_record_get_kind (record);

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (yz_kind_find_field (kind, told[i]) != NULL && yz_record_get_text (record, told[i]) != NULL)
      return yz_record_get_text (record, told[i]);
  return NULL;
}

static void
set_up_row (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), yz_widgets_make_label (NULL, NULL));
  gtk_box_append (GTK_BOX (box), yz_widgets_make_label (NULL, "yz-second"));
  gtk_list_item_set_child (item, box);
}

static void
bind_row (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  YzRecord *record = gtk_list_item_get_item (item);
  GtkWidget *first = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *second = gtk_widget_get_next_sibling (first);
  const char *text = get_second_line (record);

  gtk_label_set_label (GTK_LABEL (first), yz_record_get_title (record));
  gtk_label_set_label (GTK_LABEL (second), text);
  gtk_widget_set_visible (second, text != NULL);
}

/* --- the widget --- */

static void
yz_reference_field_dispose (GObject *object)
{
  YzReferenceField *self = YZ_REFERENCE_FIELD (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->finder);
  g_clear_object (&self->draft);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yz_reference_field_parent_class)->dispose (object);
}

static gboolean
yz_reference_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (YZ_REFERENCE_FIELD (widget)->button);
}

static void
yz_reference_field_class_init (YzReferenceFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_reference_field_dispose;
  widget_class->grab_focus = yz_reference_field_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/yz-reference-field.ui");
  gtk_widget_class_bind_template_child (widget_class, YzReferenceField, button);
  gtk_widget_class_bind_template_child (widget_class, YzReferenceField, title_label);
  gtk_widget_class_bind_template_child (widget_class, YzReferenceField, popover);
  gtk_widget_class_bind_template_child (widget_class, YzReferenceField, search_entry);
  gtk_widget_class_bind_template_child (widget_class, YzReferenceField, view);
  gtk_widget_class_bind_template_child (widget_class, YzReferenceField, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, YzReferenceField, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
  gtk_widget_class_bind_template_callback (widget_class, set_up_row);
  gtk_widget_class_bind_template_callback (widget_class, bind_row);
}

static void
yz_reference_field_init (YzReferenceField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* a menu button centres its child; a field of a form begins at the left */
  for (GtkWidget *box = GTK_WIDGET (self->title_label); box != self->button; box = gtk_widget_get_parent (box))
    gtk_widget_set_halign (box, GTK_ALIGN_FILL);
}

GtkWidget *
yz_reference_field_new (YzDraft *draft, const YzField *field, YzSession *session)
{
  YzReferenceField *self;
  GtkSelectionModel *model;

  g_return_val_if_fail (YZ_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (field->type == YZ_FIELD_REF, NULL);

  self = g_object_new (YZ_TYPE_REFERENCE_FIELD, NULL);
  self->draft = g_object_ref (draft);
  self->field = field;
  self->session = g_object_ref (session);
  self->kind = yz_kinds_find (field->ref_kind);
  self->finder = yz_finder_new (session, self->kind);
  g_signal_connect_object (self->finder, "answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (yz_finder_get_list (self->finder)))));
  gtk_list_view_set_model (self->view, model);
  g_object_unref (model);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (self->kind->title_plural), -1);
  show_chosen (self);
  return GTK_WIDGET (self);
}
