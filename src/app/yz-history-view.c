#include "config.h"

#include "yz-history-view.h"

#include "yz-widgets.h"

#include <glib/gi18n.h>

struct _YzHistoryView
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkListBox *list_box;

  YzHistory *history;
  gboolean show_subject;
};

G_DEFINE_FINAL_TYPE (YzHistoryView, yz_history_view, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_HISTORY = 1,
  PROP_SHOW_SUBJECT,
} YzHistoryViewProperty;

static GParamSpec *properties[PROP_SHOW_SUBJECT + 1];

/* "Seats  12 → 14" */
static GtkWidget *
make_line (const YzHistoryLine *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = yz_widgets_make_wrapped_label (line->title, "yz-second");

  gtk_widget_set_valign (title, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (title), FALSE);
  gtk_box_append (GTK_BOX (box), title);
  if (line->before != NULL)
    {
      gtk_box_append (GTK_BOX (box), yz_widgets_make_wrapped_label (line->before, "yz-old"));
      gtk_box_append (GTK_BOX (box), yz_widgets_make_wrapped_label ("→", "yz-dim"));
    }
  gtk_box_append (GTK_BOX (box), line->after != NULL ? yz_widgets_make_wrapped_label (line->after, "yz-new")
                                                     : yz_widgets_make_wrapped_label (_ ("(empty)"), "yz-dim"));
  return box;
}

static GtkWidget *
make_head (YzHistoryItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *when = NULL, *who = NULL, *what = NULL;
  gboolean can_revert;
  GtkWidget *label, *button;

  g_object_get (item, "when", &when, "who", &who, "what", &what, "can-revert", &can_revert, NULL);
  label = yz_widgets_make_wrapped_label (what, "yz-name");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (who != NULL)
    gtk_box_append (GTK_BOX (box), yz_widgets_make_wrapped_label (who, "yz-second"));
  gtk_box_append (GTK_BOX (box), yz_widgets_make_wrapped_label (when, "yz-second"));
  if (!can_revert)
    return box;

  button = gtk_button_new_with_label (_ ("Revert"));
  gtk_widget_add_css_class (button, "yz-link");
  gtk_widget_set_tooltip_text (button, _ ("Set these fields back to what they were before"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "history.revert");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", yz_history_item_get_change (item));
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static GtkWidget *
make_row (gpointer object, gpointer data)
{
  YzHistoryItem *item = YZ_HISTORY_ITEM (object);
  YzHistoryView *self = YZ_HISTORY_VIEW (data);
  GPtrArray *lines = yz_history_item_get_lines (item);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *subject = NULL;

  gtk_box_append (GTK_BOX (box), make_head (item));
  g_object_get (item, "subject", &subject, NULL);
  if (self->show_subject && subject != NULL)
    gtk_box_append (GTK_BOX (box), yz_widgets_make_wrapped_label (subject, NULL));
  for (guint i = 0; i < lines->len; i++)
    gtk_box_append (GTK_BOX (box), make_line (g_ptr_array_index (lines, i)));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static void
update_page (YzHistoryView *self)
{
  gboolean empty = self->history == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->history)) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "list");
}

static void
on_edge_reached (YzHistoryView *self, GtkPositionType edge)
{
  if (edge == GTK_POS_BOTTOM && self->history != NULL)
    yz_history_load_more (self->history);
}

static void
set_history (YzHistoryView *self, YzHistory *history)
{
  if (!g_set_object (&self->history, history))
    return;

  gtk_list_box_bind_model (self->list_box, G_LIST_MODEL (history), make_row, self, NULL);
  if (history != NULL)
    g_signal_connect_object (history, "items-changed", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  update_page (self);
}

static void
revert_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzHistoryView *self = YZ_HISTORY_VIEW (widget);

  yz_history_revert (self->history, g_variant_get_int64 (parameter));
}

static void
yz_history_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzHistoryView *self = YZ_HISTORY_VIEW (object);

  switch ((YzHistoryViewProperty) prop_id)
    {
    case PROP_HISTORY:
      g_value_set_object (value, self->history);
      break;
    case PROP_SHOW_SUBJECT:
      g_value_set_boolean (value, self->show_subject);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_history_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzHistoryView *self = YZ_HISTORY_VIEW (object);

  switch ((YzHistoryViewProperty) prop_id)
    {
    case PROP_HISTORY:
      set_history (self, g_value_get_object (value));
      break;
    case PROP_SHOW_SUBJECT:
      self->show_subject = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_history_view_dispose (GObject *object)
{
  YzHistoryView *self = YZ_HISTORY_VIEW (object);

  if (self->stack != NULL)
    {
      gtk_list_box_bind_model (self->list_box, NULL, NULL, NULL, NULL);
      g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
    }
  g_clear_object (&self->history);

  G_OBJECT_CLASS (yz_history_view_parent_class)->dispose (object);
}

static void
yz_history_view_class_init (YzHistoryViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = yz_history_view_get_property;
  object_class->set_property = yz_history_view_set_property;
  object_class->dispose = yz_history_view_dispose;

  properties[PROP_HISTORY] = g_param_spec_object ("history", NULL, NULL, YZ_TYPE_HISTORY, flags);
  properties[PROP_SHOW_SUBJECT] =
    g_param_spec_boolean ("show-subject", NULL, NULL, FALSE, flags | G_PARAM_CONSTRUCT_ONLY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/yz-history-view.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, YzHistoryView, stack);
  gtk_widget_class_bind_template_child (widget_class, YzHistoryView, list_box);
  gtk_widget_class_bind_template_callback (widget_class, on_edge_reached);
  gtk_widget_class_install_action (widget_class, "history.revert", "x", revert_cb);
}

static void
yz_history_view_init (YzHistoryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
