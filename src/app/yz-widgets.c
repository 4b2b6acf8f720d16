#include "config.h"

#include "yz-widgets.h"

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

GtkWidget *
yz_widgets_make_label (const char *text, const char *style)
{
  GtkWidget *label = make_label (text, style);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  return label;
}

GtkWidget *
yz_widgets_make_wrapped_label (const char *text, const char *style)
{
  GtkWidget *label = make_label (text, style);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

const char *
yz_widgets_find_cut_text (GtkWidget *window, double x, double y)
{
  GtkWidget *there = gtk_widget_pick (window, x, y, GTK_PICK_INSENSITIVE);

  if (!GTK_IS_LABEL (there) || !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (there))))
    return NULL;
  return gtk_label_get_text (GTK_LABEL (there));
}

static gboolean
on_query_tooltip (GtkWidget *window, int x, int y, gboolean keyboard_mode, GtkTooltip *tooltip)
{
  const char *text = keyboard_mode ? NULL : yz_widgets_find_cut_text (window, x, y);

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

void
yz_widgets_tell_cut_texts (GtkWidget *window)
{
  gtk_widget_set_has_tooltip (window, TRUE);
  g_signal_connect (window, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
}

static GtkWidget *
find_menu_button (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_MENU_BUTTON (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_last_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_prev_sibling (child))
    found = find_menu_button (child);
  return found;
}

gboolean
yz_widgets_show_row_menu (GtkWidget *widget)
{
  GtkWidget *button = NULL;

  for (; widget != NULL && button == NULL; widget = gtk_widget_get_parent (widget))
    if (g_strcmp0 (gtk_widget_get_css_name (widget), "row") == 0)
      button = find_menu_button (widget);
  if (button != NULL)
    gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  return button != NULL;
}

static gboolean
on_menu_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && yz_widgets_show_row_menu (focus);
}

void
yz_widgets_bind_row_menus (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, on_menu_key, NULL);
}

void
yz_widgets_skip_with_tab (GtkWidget *button)
{
  /* the popover is a child too, and has to get the focus */
  gtk_widget_set_focusable (GTK_IS_MENU_BUTTON (button) ? gtk_widget_get_first_child (button) : button, FALSE);
}

void
yz_widgets_set_tags (GtkWidget *strip, const char *const *tags)
{
  yz_widgets_unparent_children (strip);
  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (tags[i]);

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "yz-tag");
      gtk_widget_set_parent (label, strip);
    }
  gtk_widget_set_visible (strip, tags != NULL && tags[0] != NULL);
}

static gboolean
has_text (GObject *object, const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
lacks_text (GObject *object, const char *text)
{
  return !has_text (object, text);
}

void
yz_widgets_bind_text_closures (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, lacks_text);
}

void
yz_widgets_set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

void
yz_widgets_unparent_children (GtkWidget *widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

void
yz_widgets_scroll_to (GtkColumnView *view, guint position)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view));

  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);
  if (child != NULL)
    gtk_widget_activate_action (child, "list.scroll-to-item", "u", position);
}

void
yz_widgets_clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

void
yz_widgets_clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

GtkWidget *
yz_widgets_make_state (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image = gtk_image_new ();

  gtk_image_set_pixel_size (GTK_IMAGE (image), 14);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), yz_widgets_make_label (NULL, NULL));
  return box;
}

void
yz_widgets_show_state (GtkWidget *box, const char *icon, const char *style, const char *word, gboolean is_plain)
{
  GtkWidget *image = gtk_widget_get_first_child (box), *label = gtk_widget_get_last_child (box);
  const char *styles[] = { style, NULL };

  gtk_image_set_from_icon_name (GTK_IMAGE (image), icon);
  gtk_widget_set_css_classes (image, styles);
  gtk_label_set_text (GTK_LABEL (label), word);
  gtk_widget_set_css_classes (label, is_plain ? NULL : styles);
}
