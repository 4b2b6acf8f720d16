#include "config.h"

#include "yz-count-review.h"

#include "yz-chip.h"
#include "yz-count-item.h"
#include "yz-count-review-row.h"
#include "yz-text.h"
#include "yz-stock-figures.h"
#include "yz-value-text.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

static const char *const filters[] = { "different", "open", "all", NULL };

struct _YzCountReview
{
  GtkWidget parent_instance;

  GtkLabel *worth;
  YzChip *different_chip;
  YzChip *open_chip;
  YzChip *all_chip;
  GtkStack *stack;
  GtkLabel *empty_label;
  GListStore *items; /* of YzCountItem: the lines that are listed */
  GtkWidget *bar;
  GtkEntry *reason_entry;
  GtkEntry *name_entry;
  GtkLabel *message;
  GtkWidget *hand_over_button;
  GtkWidget *done_bar;
  GtkLabel *done_label;
  GtkWidget *take_back_button;
  GtkWidget *reopen_button;

  YzStocktakeDesk *desk;
  char *filter;
};

G_DEFINE_FINAL_TYPE (YzCountReview, yz_count_review, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_DESK = 1,
  PROP_FILTER,
} YzCountReviewProperty;

static GParamSpec *properties[PROP_FILTER + 1];

/* (nullable): with the books */
static const YzStocktakeSheet *
get_sheet (YzCountReview *self)
{
  return self->desk != NULL && yz_stocktake_desk_has_books (self->desk) ? yz_stocktake_desk_get_sheet (self->desk)
                                                                        : NULL;
}

/* --- the lines ---------------------------------------------------------------------------------------------------- */

static gboolean
is_listed (YzCountReview *self, const YzStockCount *count)
{
  if (g_str_equal (self->filter, "different"))
    return yz_stock_count_get_difference (count) != 0;
  return g_str_equal (self->filter, "all") || !count->is_counted;
}

static gboolean
is_editable (const YzStocktakeSheet *sheet)
{
  YzStocktakeState state = yz_stocktake_get_state (sheet->stocktake);

  return state == YZ_STOCKTAKE_COUNTING || state == YZ_STOCKTAKE_COUNTED;
}

static void
show (YzCountReview *self, YzCountItem *item)
{
  const YzStocktakeSheet *sheet = get_sheet (self);

  if (item->row != NULL && sheet != NULL && item->index < sheet->lines->len)
    yz_count_review_row_show (YZ_COUNT_REVIEW_ROW (item->row), sheet, item->index, is_editable (sheet));
}

static void
on_explained (YzCountReview *self, guint line, const char *reason)
{
  yz_stocktake_desk_explain (self->desk, &line, 1, reason);
}

static void
on_row_setup (YzCountReview *self, GtkListItem *item)
{
  GtkWidget *row = g_object_new (YZ_TYPE_COUNT_REVIEW_ROW, NULL);

  g_signal_connect_object (row, "explained", G_CALLBACK (on_explained), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, row);
}

static void
on_row_bind (YzCountReview *self, GtkListItem *item)
{
  YzCountItem *line = gtk_list_item_get_item (item);

  line->row = gtk_list_item_get_child (item);
  show (self, line);
}

static void
on_row_unbind (YzCountReview *self, GtkListItem *item)
{
  YZ_COUNT_ITEM (gtk_list_item_get_item (item))->row = NULL;
}

static const char *
say_empty (YzCountReview *self, const YzStocktakeSheet *sheet)
{
  YzStockCountSum sum;

  yz_stocktake_sheet_sum (sheet, 0, &sum);
  if (sum.n_lines == 0)
    return _ ("There is no line yet");
  if (sum.n_counted == 0)
    return _ ("Nothing is counted yet");
  return g_str_equal (self->filter, "open") ? _ ("Every line is counted")
                                            : _ ("What was counted is what the books have");
}

static void
list_lines (YzCountReview *self)
{
  const YzStocktakeSheet *sheet = get_sheet (self);
  g_autoptr (GArray) indexes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < sheet->lines->len; i++)
    if (is_listed (self, yz_stocktake_sheet_get_count (sheet, i)))
      g_array_append_val (indexes, i);
  yz_count_items_set (self->items, indexes);
  for (guint i = 0; i < indexes->len; i++)
    {
      g_autoptr (YzCountItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      show (self, item);
    }
  gtk_label_set_text (self->empty_label, say_empty (self, sheet));
  gtk_stack_set_visible_child_name (self->stack, indexes->len > 0 ? "list" : "empty");
}

/* --- what stands around them -------------------------------------------------------------------------------------- */

static void
show_sums (YzCountReview *self)
{
  YzStockCountSum sum;
  g_autofree char *surplus = NULL, *shortage = NULL, *worth = NULL;

  yz_stocktake_sheet_sum (get_sheet (self), 0, &sum);
  g_object_set (self->different_chip, "count", sum.n_different, NULL);
  g_object_set (self->open_chip, "count", sum.n_lines - sum.n_counted, NULL);
  g_object_set (self->all_chip, "count", sum.n_lines, NULL);
  surplus = yz_stock_dup_money (sum.surplus);
  shortage = yz_stock_dup_money (sum.shortage);
  /* Translators: two amounts of money */
  worth = g_strdup_printf (_ ("More than the books: %s · fewer: %s"), surplus, shortage);
  gtk_label_set_text (self->worth, worth);
  gtk_widget_set_visible (GTK_WIDGET (self->worth), sum.n_different > 0);
}

static char *
dup_done (const YzStocktakeSheet *sheet)
{
  const char *who = yz_record_get_text (sheet->stocktake, "confirmed_by");
  g_autofree char *at = yz_value_format_time (yz_record_get_integer (sheet->stocktake, "confirmed_at"));

  if (yz_stocktake_get_state (sheet->stocktake) == YZ_STOCKTAKE_CANCELLED)
    return g_strdup (_ ("Cancelled: the books stay as they were"));
  g_strdelimit (at, "T", ' ');
  at[16] = '\0'; /* without seconds */
  /* Translators: a name and a time */
  return g_strdup_printf (_ ("Confirmed by %s on %s"), who != NULL ? who : "", at);
}

static void
show_state (YzCountReview *self)
{
  const YzStocktakeSheet *sheet = get_sheet (self);
  YzStocktakeState state = yz_stocktake_get_state (sheet->stocktake);
  gboolean editable = is_editable (sheet);

  gtk_widget_set_visible (self->bar, editable);
  gtk_widget_set_visible (self->done_bar, !editable);
  gtk_widget_set_visible (self->hand_over_button, state == YZ_STOCKTAKE_COUNTING);
  gtk_widget_set_visible (self->take_back_button, state == YZ_STOCKTAKE_CONFIRMED);
  gtk_widget_set_visible (self->reopen_button, state == YZ_STOCKTAKE_CANCELLED);
  if (!editable)
    {
      g_autofree char *done = dup_done (sheet);

      gtk_label_set_text (self->done_label, done);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "count.hand-over", state == YZ_STOCKTAKE_COUNTING);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "count.confirm", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "count.take-back", state == YZ_STOCKTAKE_CONFIRMED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "count.reopen",
                                 state == YZ_STOCKTAKE_COUNTED || state == YZ_STOCKTAKE_CANCELLED);
}

static void
say (YzCountReview *self, const char *text)
{
  gtk_label_set_text (self->message, text);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *text != '\0');
}

void
yz_count_review_refuse (YzCountReview *self, const char *message)
{
  g_return_if_fail (YZ_IS_COUNT_REVIEW (self));

  say (self, message);
}

static void
update (YzCountReview *self)
{
  if (get_sheet (self) == NULL)
    return;
  list_lines (self);
  show_sums (self);
  show_state (self);
}

/* --- verbs -------------------------------------------------------------------------------------------------------- */

static void
confirm (YzCountReview *self, const char *name, const char *reason)
{
  say (self, "");
  yz_stocktake_desk_confirm (self->desk, name, reason);
}

static void
confirm_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzCountReview *self = YZ_COUNT_REVIEW (widget);

  confirm (self, gtk_editable_get_text (GTK_EDITABLE (self->name_entry)),
           gtk_editable_get_text (GTK_EDITABLE (self->reason_entry)));
}

static void
confirm_by_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *who, *reason;

  g_variant_get (parameter, "(&s&s)", &who, &reason);
  confirm (YZ_COUNT_REVIEW (widget), who, reason);
}

static void
explain_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *reason;
  guint line;

  g_variant_get (parameter, "(u&s)", &line, &reason);
  on_explained (YZ_COUNT_REVIEW (widget), line, reason);
}

static void
hand_over_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_stocktake_desk_finish (YZ_COUNT_REVIEW (widget)->desk, NULL);
}

static void
reopen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_stocktake_desk_reopen (YZ_COUNT_REVIEW (widget)->desk);
}

static void
take_back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_stocktake_desk_take_back (YZ_COUNT_REVIEW (widget)->desk);
}

/* --- the widget --------------------------------------------------------------------------------------------------- */

static void
set_desk (YzCountReview *self, YzStocktakeDesk *desk)
{
  if (!g_set_object (&self->desk, desk) || desk == NULL)
    return;
  g_signal_connect_object (desk, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
set_filter (YzCountReview *self, const char *filter)
{
  if (!g_strv_contains (filters, filter) || !yz_set_str (&self->filter, filter))
    return;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}

static void
yz_count_review_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzCountReview *self = YZ_COUNT_REVIEW (object);

  switch ((YzCountReviewProperty) prop_id)
    {
    case PROP_DESK:
      g_value_set_object (value, self->desk);
      break;
    case PROP_FILTER:
      g_value_set_string (value, self->filter);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_count_review_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((YzCountReviewProperty) prop_id)
    {
    case PROP_DESK:
      set_desk (YZ_COUNT_REVIEW (object), g_value_get_object (value));
      break;
    case PROP_FILTER:
      set_filter (YZ_COUNT_REVIEW (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_count_review_dispose (GObject *object)
{
  YzCountReview *self = YZ_COUNT_REVIEW (object);

  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (yz_count_review_parent_class)->dispose (object);
}

static void
yz_count_review_finalize (GObject *object)
{
  g_free (YZ_COUNT_REVIEW (object)->filter);

  G_OBJECT_CLASS (yz_count_review_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "count.filter", "filter");
  gtk_widget_class_install_action (widget_class, "count.explain", "(us)", explain_cb);
  gtk_widget_class_install_action (widget_class, "count.confirm", NULL, confirm_cb);
  gtk_widget_class_install_action (widget_class, "count.confirm-by", "(ss)", confirm_by_cb);
  gtk_widget_class_install_action (widget_class, "count.hand-over", NULL, hand_over_cb);
  gtk_widget_class_install_action (widget_class, "count.reopen", NULL, reopen_cb);
  gtk_widget_class_install_action (widget_class, "count.take-back", NULL, take_back_cb);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YzCountReview, worth);
  gtk_widget_class_bind_template_child (widget_class, YzCountReview, different_chip);
  gtk_widget_class_bind_template_child (widget_class, YzCountReview, open_chip);
  gtk_widget_class_bind_template_child (widget_class, YzCountReview, all_chip);
  gtk_widget_class_bind_template_child (widget_class, YzCountReview, stack);
  gtk_widget_class_bind_template_child (widget_class, YzCountReview, empty_label);
  gtk_widget_class_bind_template_child (widget_class, YzCountReview, items);
  gtk_widget_class_bind_template_child (widget_class, YzCountReview, bar);
  gtk_widget_class_bind_template_child (widget_class, YzCountReview, reason_entry);
  gtk_widget_class_bind_template_child (widget_class, YzCountReview, name_entry);
  gtk_widget_class_bind_template_child (widget_class, YzCountReview, message);
  gtk_widget_class_bind_template_child (widget_class, YzCountReview, hand_over_button);
  gtk_widget_class_bind_template_child (widget_class, YzCountReview, done_bar);
  gtk_widget_class_bind_template_child (widget_class, YzCountReview, done_label);
  gtk_widget_class_bind_template_child (widget_class, YzCountReview, take_back_button);
  gtk_widget_class_bind_template_child (widget_class, YzCountReview, reopen_button);
  gtk_widget_class_bind_template_callback (widget_class, on_row_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_row_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_row_unbind);
}

static void
yz_count_review_class_init (YzCountReviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_count_review_get_property;
  object_class->set_property = yz_count_review_set_property;
  object_class->dispose = yz_count_review_dispose;
  object_class->finalize = yz_count_review_finalize;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, YZ_TYPE_STOCKTAKE_DESK, flags);
  properties[PROP_FILTER] = g_param_spec_string ("filter", NULL, NULL, filters[0], flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (YZ_TYPE_CHIP);
  g_type_ensure (YZ_TYPE_COUNT_ITEM);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-count-review.ui");
  bind_children (widget_class);
  install_actions (widget_class);
}

static void
yz_count_review_init (YzCountReview *self)
{
  self->filter = g_strdup (filters[0]);
  gtk_widget_init_template (GTK_WIDGET (self));
}
