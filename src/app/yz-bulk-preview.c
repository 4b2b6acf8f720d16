#include "config.h"

#include "yz-bulk-preview.h"

#include "yz-value-words.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

/* Refused records come first, so what is cut off are more of the ordinary ones. */
#define PREVIEWED 200
#define SHORT 12 /* characters */

/* What differs may be at the end of a long text: it is shown whole, as far as a few lines can. */
static GtkWidget *
make_few_lines (const char *text, const char *style)
{
  GtkWidget *label = yz_widgets_make_wrapped_label (text, style);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_widget_set_tooltip_text (label, text);
  return label;
}

static GtkWidget *
make_outcome (const YzBulkRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *after;

  gtk_widget_set_hexpand (box, TRUE);
  if (row->problem != NULL)
    {
      gtk_box_append (GTK_BOX (box), yz_widgets_make_label (row->problem, "yz-refused"));
      return box;
    }
  if (row->same)
    {
      gtk_box_append (GTK_BOX (box),
                      yz_widgets_make_label (*row->before != '\0' ? row->before : _ ("(empty)"), "yz-dim"));
      gtk_box_append (GTK_BOX (box), yz_widgets_make_label (_ ("stays as it is"), "yz-second"));
      return box;
    }
  if (*row->before != '\0')
    {
      GtkWidget *before = make_few_lines (row->before, "yz-old");

      /* a long text gets half of the line, not what the other one leaves */
      gtk_widget_set_hexpand (before, g_utf8_strlen (row->before, -1) > SHORT);
      gtk_box_append (GTK_BOX (box), before);
      gtk_box_append (GTK_BOX (box), yz_widgets_make_label ("→", "yz-dim"));
    }
  after = make_few_lines (*row->after != '\0' ? row->after : _ ("(empty)"), "yz-new");
  gtk_widget_set_hexpand (after, TRUE);
  gtk_box_append (GTK_BOX (box), after);
  return box;
}

static GtkWidget *
make_row (const YzBulkRow *row)
{
  GtkWidget *list_row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *title = yz_record_to_words (row->record, FALSE);
  GtkWidget *name = yz_widgets_make_label (title, "yz-name");

  gtk_widget_set_size_request (name, 220, -1);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 1);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), make_outcome (row));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (list_row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (list_row), box);
  return list_row;
}

/* 0 for refused, 1 for changed, 2 for what stays */
static guint
get_rank (const YzBulkRow *row)
{
  return row->problem != NULL ? 0 : row->same ? 2 : 1;
}

static void
fill (GtkListBox *list, GPtrArray *rows)
{
  guint shown = 0;

  yz_widgets_clear_list (list);
  for (guint rank = 0; rank < 3; rank++)
    for (guint i = 0; i < rows->len && shown < PREVIEWED; i++)
      if (get_rank (g_ptr_array_index (rows, i)) == rank)
        {
          gtk_list_box_append (list, make_row (g_ptr_array_index (rows, i)));
          shown++;
        }
}

static char *
count (YzBulkEdit *edit, guint *changed)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint same, refused;

  yz_bulk_edit_count (edit, changed, &same, &refused);
  g_string_printf (words, ngettext ("%u is changed", "%u are changed", *changed), *changed);
  if (same > 0)
    {
      g_string_append (words, " · ");
      g_string_append_printf (words, ngettext ("%u stays as it is", "%u stay as they are", same), same);
    }
  if (refused > 0)
    {
      g_string_append (words, " · ");
      g_string_append_printf (words, ngettext ("%u is left alone", "%u are left alone", refused), refused);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

guint
yz_bulk_preview_show (GtkListBox *list, GtkLabel *counts, YzBulkEdit *edit)
{
  gboolean complete = yz_bulk_edit_is_complete (edit);
  gboolean awaited = !complete && yz_bulk_edit_has_choice (edit);
  g_autofree char *counted = NULL;
  guint changed = 0;

  if (complete)
    counted = count (edit, &changed);
  if (!awaited)
    fill (list, yz_bulk_edit_get_rows (edit));
  gtk_label_set_label (counts, counted != NULL ? counted : awaited ? _ ("Being worked out…") : "");
  return changed;
}
