#include "config.h"

#include "yz-tooltips.h"

#define MAX_COLUMNS 60

/* A Chinese character takes the room of two Latin ones. */
static int
count_columns (const char *text)
{
  int columns = 0;

  for (; *text != '\0' && columns < MAX_COLUMNS; text = g_utf8_next_char (text))
    columns += g_unichar_iswide_cjk (g_utf8_get_char (text)) ? 2 : 1;
  return columns;
}

static void
on_width_changed (GtkLabel *label)
{
  int columns = count_columns (gtk_label_get_label (label));

  if (gtk_label_get_max_width_chars (label) < columns)
    gtk_label_set_max_width_chars (label, columns);
}

static void
watch_labels (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      g_signal_connect (widget, "notify::max-width-chars", G_CALLBACK (on_width_changed), NULL);
      on_width_changed (GTK_LABEL (widget));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    watch_labels (child);
}

/* There is one tooltip for each display. It becomes a child of the window that shows it, and has no public type. */
static void
on_children_changed (GListModel *children, guint position, guint removed, guint added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWidget) child = g_list_model_get_item (children, i);

      if (!g_str_equal (gtk_widget_get_css_name (child), "tooltip") ||
          g_object_get_data (G_OBJECT (child), "watched") != NULL)
        continue;
      g_object_set_data (G_OBJECT (child), "watched", child);
      watch_labels (child);
    }
}

void
yz_tooltips_keep_short_lines (GtkWindow *window)
{
  GListModel *children = gtk_widget_observe_children (GTK_WIDGET (window));

  g_signal_connect (children, "items-changed", G_CALLBACK (on_children_changed), NULL);
  g_object_set_data_full (G_OBJECT (window), "yz-tooltips", children, g_object_unref);
}
