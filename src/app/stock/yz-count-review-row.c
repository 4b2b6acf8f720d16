#include "config.h"

#include "yz-count-review-row.h"

#include "yz-count-row.h"
#include "yz-stock-figures.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

struct _YzCountReviewRow
{
  GtkWidget parent_instance;

  GtkLabel *number;
  GtkLabel *name;
  GtkLabel *detail;
  GtkLabel *book;
  GtkLabel *counted;
  GtkLabel *difference;
  GtkLabel *value;
  GtkEntry *reason;
  GtkLabel *warning;
  GtkWidget *again_button;

  guint line;
  char *known_reason; /* as it was shown */
};

G_DEFINE_FINAL_TYPE (YzCountReviewRow, yz_count_review_row, GTK_TYPE_WIDGET)

static guint explained_signal;

static void
explain (YzCountReviewRow *self)
{
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));

  if (self->line == 0 || g_strcmp0 (reason, self->known_reason) == 0)
    return;
  g_free (self->known_reason);
  self->known_reason = g_strdup (reason);
  g_signal_emit (self, explained_signal, 0, self->line, reason);
}

static void
set_number (GtkLabel *label, const char *format, gint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, ABS (number));
  g_autofree char *text = g_strdup_printf ("%s%s", format, digits);

  gtk_label_set_text (label, text);
}

static void
show_difference (YzCountReviewRow *self, const YzStockCount *count)
{
  gint64 difference = yz_stock_count_get_difference (count), fen;
  gboolean below = yz_stock_count_judge (count) == YZ_STOCK_COUNT_BELOW;

  set_number (self->difference, difference > 0 ? "+" : difference < 0 ? "−" : "", difference);
  yz_widgets_set_class (GTK_WIDGET (self->difference), "yz-refused", difference < 0);
  yz_widgets_set_class (GTK_WIDGET (self->difference), "yz-state-open", difference > 0);
  if (yz_stock_count_get_value (count, &fen) && difference != 0)
    {
      g_autofree char *money = yz_stock_dup_money (fen);

      gtk_label_set_text (self->value, money);
    }
  else
    gtk_label_set_text (self->value, difference != 0 ? "—" : "");
  gtk_widget_set_visible (GTK_WIDGET (self->warning), below);
}

/* What somebody is typing is not taken from under his hands. */
static void
show_reason (YzCountReviewRow *self, const YzStocktakeLine *line, gboolean editable)
{
  const char *reason = yz_record_get_text (line->record, "reason");
  gboolean is_typing = gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->reason))));

  if (self->line == line->number && is_typing)
    return;
  self->line = 0;
  g_free (self->known_reason);
  self->known_reason = g_strdup (reason != NULL ? reason : "");
  gtk_editable_set_text (GTK_EDITABLE (self->reason), self->known_reason);
  gtk_editable_set_editable (GTK_EDITABLE (self->reason), editable);
  self->line = line->number;
}

void
yz_count_review_row_show (YzCountReviewRow *self, const YzStocktakeSheet *sheet, guint index, gboolean editable)
{
  const YzStocktakeLine *line = g_ptr_array_index (sheet->lines, index);
  const YzStockCount *count = yz_stocktake_sheet_get_count (sheet, index);
  g_autofree char *detail = yz_count_row_dup_detail (line);
  g_autofree char *below =
    g_strdup_printf ("%s%s%s", yz_record_get_title (line->place), *detail != '\0' ? " · " : "", detail);

  g_return_if_fail (YZ_IS_COUNT_REVIEW_ROW (self));

  set_number (self->number, "", line->number);
  gtk_label_set_text (self->name, yz_record_get_title (line->item));
  gtk_label_set_text (self->detail, below);
  set_number (self->book, count->book < 0 ? "−" : "", count->book);
  if (count->is_counted)
    set_number (self->counted, "", count->counted);
  else
    gtk_label_set_text (self->counted, "—");
  show_difference (self, count);
  show_reason (self, line, editable);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), yz_stock_count_get_difference (count) != 0);
  /* it keeps its room, so that the columns stay where they are */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->again_button), "u", line->number);
  gtk_widget_set_opacity (self->again_button, editable && count->is_counted ? 1 : 0);
  gtk_widget_set_sensitive (self->again_button, editable && count->is_counted);
}

static void
yz_count_review_row_dispose (GObject *object)
{
  yz_widgets_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (yz_count_review_row_parent_class)->dispose (object);
}

static void
yz_count_review_row_finalize (GObject *object)
{
  g_free (YZ_COUNT_REVIEW_ROW (object)->known_reason);

  G_OBJECT_CLASS (yz_count_review_row_parent_class)->finalize (object);
}

static void
yz_count_review_row_class_init (YzCountReviewRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_count_review_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = yz_count_review_row_finalize;
  explained_signal = g_signal_new ("explained", YZ_TYPE_COUNT_REVIEW_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-count-review-row.ui");
  gtk_widget_class_bind_template_child (widget_class, YzCountReviewRow, number);
  gtk_widget_class_bind_template_child (widget_class, YzCountReviewRow, name);
  gtk_widget_class_bind_template_child (widget_class, YzCountReviewRow, detail);
  gtk_widget_class_bind_template_child (widget_class, YzCountReviewRow, book);
  gtk_widget_class_bind_template_child (widget_class, YzCountReviewRow, counted);
  gtk_widget_class_bind_template_child (widget_class, YzCountReviewRow, difference);
  gtk_widget_class_bind_template_child (widget_class, YzCountReviewRow, value);
  gtk_widget_class_bind_template_child (widget_class, YzCountReviewRow, reason);
  gtk_widget_class_bind_template_child (widget_class, YzCountReviewRow, warning);
  gtk_widget_class_bind_template_child (widget_class, YzCountReviewRow, again_button);
  gtk_widget_class_bind_template_callback (widget_class, explain);
}

static void
yz_count_review_row_init (YzCountReviewRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
