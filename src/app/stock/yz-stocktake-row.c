#include "config.h"

#include "yz-stocktake-row.h"

#include "yz-kinds.h"
#include "yz-value-text.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

struct _YzStocktakeRow
{
  GtkWidget parent_instance;

  GtkImage *symbol;
  GtkLabel *title;
  GtkLabel *scope;
  GtkProgressBar *bar;
  GtkLabel *progress;
  GtkLabel *state;
  GtkLabel *due;
};

G_DEFINE_FINAL_TYPE (YzStocktakeRow, yz_stocktake_row, GTK_TYPE_WIDGET)

/* In the order of YzStocktakeState: a shape and a colour that the program has for such states. */
static const struct
{
  const char *symbol;
  const char *style;
} looks[] = {
  { "yz-state-planned-symbolic", "yz-state-planned" },
  { "yz-state-paused-symbolic", "yz-state-paused" },
  { "yz-state-open-symbolic", "yz-state-open" },
  { "yz-state-closed-symbolic", "yz-state-closed" },
};

static void
show_state (YzStocktakeRow *self, YzRecord *stocktake)
{
  const YzField *field = yz_kind_find_field (&yz_stocktake_kind, "state");
  YzStocktakeState state = yz_stocktake_get_state (stocktake);
  g_autofree char *word = yz_field_format (field, yz_record_get (stocktake, "state"));

  gtk_label_set_text (self->state, word);
  gtk_image_set_from_icon_name (self->symbol, looks[state].symbol);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      yz_widgets_set_class (GTK_WIDGET (self->symbol), looks[i].style, i == state);
      yz_widgets_set_class (GTK_WIDGET (self->state), looks[i].style, i == state);
    }
}

/* Until when it has to be done, or who confirmed it. */
static void
show_due (YzStocktakeRow *self, YzRecord *stocktake, guint32 today)
{
  gboolean open = yz_stocktake_get_state (stocktake) <= YZ_STOCKTAKE_COUNTED;
  const char *due = open ? yz_record_get_text (stocktake, "due") : NULL;
  const char *who = yz_record_get_text (stocktake, "confirmed_by");
  g_autofree char *text = NULL;
  GDate day;
  gboolean late = due != NULL && yz_value_read_date (due, &day) && g_date_get_julian (&day) < today;

  if (due != NULL)
    /* Translators: a date */
    text = g_strdup_printf (late ? _ ("was due %s") : _ ("due %s"), due);
  else if (who != NULL)
    /* Translators: a name */
    text = g_strdup_printf (_ ("by %s"), who);
  gtk_label_set_text (self->due, text != NULL ? text : "");
  yz_widgets_set_class (GTK_WIDGET (self->due), "yz-refused", late);
}

void
yz_stocktake_row_show (YzStocktakeRow *self, const YzStocktakeSummary *summary, guint32 today)
{
  const char *scope = yz_record_get_text (summary->stocktake, "scope");
  const char *who = yz_record_get_text (summary->stocktake, "counted_by");
  g_autofree char *title =
    g_strdup_printf ("%s · %s", yz_record_get_title (summary->place), yz_record_get_title (summary->stocktake));
  g_autofree char *below = g_strdup_printf ("%s%s%s", who != NULL ? who : "", who != NULL && scope != NULL ? " · " : "",
                                            scope != NULL ? scope : "");
  g_autofree char *progress = g_strdup_printf ("%u / %u", summary->n_counted, summary->n_lines);

  g_return_if_fail (YZ_IS_STOCKTAKE_ROW (self));

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->scope, below);
  gtk_label_set_text (self->progress, progress);
  gtk_progress_bar_set_fraction (self->bar, summary->n_lines > 0 ? (double) summary->n_counted / summary->n_lines : 0);
  show_state (self, summary->stocktake);
  show_due (self, summary->stocktake, today);
}

static void
yz_stocktake_row_dispose (GObject *object)
{
  yz_widgets_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (yz_stocktake_row_parent_class)->dispose (object);
}

static void
yz_stocktake_row_class_init (YzStocktakeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_stocktake_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-stocktake-row.ui");
  gtk_widget_class_bind_template_child (widget_class, YzStocktakeRow, symbol);
  gtk_widget_class_bind_template_child (widget_class, YzStocktakeRow, title);
  gtk_widget_class_bind_template_child (widget_class, YzStocktakeRow, scope);
  gtk_widget_class_bind_template_child (widget_class, YzStocktakeRow, bar);
  gtk_widget_class_bind_template_child (widget_class, YzStocktakeRow, progress);
  gtk_widget_class_bind_template_child (widget_class, YzStocktakeRow, state);
  gtk_widget_class_bind_template_child (widget_class, YzStocktakeRow, due);
}

static void
yz_stocktake_row_init (YzStocktakeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
