#include "config.h"

#include "yz-count-pane.h"

#include "yz-count-row.h"
#include "yz-errors.h"
#include "yz-scan.h"
#include "yz-stock-when.h"
#include "yz-stocktake-scan.h"
#include "yz-value-text.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>
#include <string.h>

/* A figure with more digits than this is a barcode. */
#define MAX_DIGITS 7

struct _YzCountPane
{
  GtkWidget parent_instance;

  GtkLabel *where;
  GtkLabel *name;
  GtkLabel *detail;
  GtkLabel *books;
  GtkEntry *entry;
  GtkLabel *unit;
  GtkLabel *message;
  GtkCheckButton *again_check;
  GtkEntry *when_entry;
  GtkLabel *progress;
  GtkProgressBar *progress_bar;
  GtkLabel *page_title;
  GtkLabel *page_sum;

  YzStocktakeDesk *desk;
  YzScan *scan;
  guint index;
  guint page_first; /* of the page of paper, if somebody said so */
  YzStocktakeScan scanned;
};

G_DEFINE_FINAL_TYPE (YzCountPane, yz_count_pane, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_DESK = 1,
  PROP_INDEX,
} YzCountPaneProperty;

static GParamSpec *properties[PROP_INDEX + 1];
static guint not_listed_signal;

static const YzStocktakeSheet *
get_sheet (YzCountPane *self)
{
  return self->desk != NULL ? yz_stocktake_desk_get_sheet (self->desk) : NULL;
}

/* (nullable): of the line that is being counted */
static const YzStocktakeLine *
get_line (YzCountPane *self)
{
  const YzStocktakeSheet *sheet = get_sheet (self);

  return sheet != NULL && self->index < sheet->lines->len ? g_ptr_array_index (sheet->lines, self->index) : NULL;
}

/* --- what it shows ------------------------------------------------------------------------------------------------ */

static void
say (YzCountPane *self, const char *text, gboolean is_wrong)
{
  gtk_label_set_text (self->message, text);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *text != '\0');
  yz_widgets_set_class (GTK_WIDGET (self->message), "yz-refused", is_wrong);
  yz_widgets_set_class (GTK_WIDGET (self->entry), "error", is_wrong);
  /* GTK 4.8 cannot announce anything: the entry, which has the focus, is described by what came last */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* Nobody can copy what he does not see. */
static void
show_books (YzCountPane *self, const YzStocktakeLine *line, const YzStockCount *count)
{
  gboolean open = !yz_record_get_boolean (get_sheet (self)->stocktake, "blind");
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, count->now);
  /* Translators: a number and its unit */
  g_autofree char *text = g_strdup_printf (_ ("The books have %s %s"), number, yz_record_get_text (line->item, "unit"));

  gtk_label_set_text (self->books, open ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->books), open && yz_stocktake_desk_has_books (self->desk));
}

static void
show_line (YzCountPane *self)
{
  const YzStocktakeSheet *sheet = get_sheet (self);
  const YzStocktakeLine *line = get_line (self);
  g_autofree char *where = NULL, *detail = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), line != NULL);
  if (line == NULL)
    {
      gtk_label_set_text (self->where, "");
      gtk_label_set_text (self->name, _ ("Nothing to Count Yet"));
      gtk_label_set_text (self->detail, _ ("Add what you find."));
      gtk_label_set_text (self->unit, "");
      return;
    }
  /* Translators: the number of a line, and the place of it */
  where = g_strdup_printf (_ ("Line %u · %s"), line->number, yz_record_get_title (line->place));
  detail = yz_count_row_dup_detail (line);
  gtk_label_set_text (self->where, where);
  gtk_label_set_text (self->name, yz_record_get_title (line->item));
  gtk_label_set_text (self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), *detail != '\0');
  gtk_label_set_text (self->unit, yz_record_get_text (line->item, "unit"));
  show_books (self, line, yz_stocktake_sheet_get_count (sheet, self->index));
}

static void
show_progress (YzCountPane *self)
{
  const YzStocktakeSheet *sheet = get_sheet (self);
  g_autofree char *text = NULL;
  YzStockCountSum sum;

  yz_stocktake_sheet_sum (sheet, 0, &sum);
  /* Translators: how many lines were counted, of how many, and of how many nothing was there */
  text =
    g_strdup_printf (_ ("%u of %u lines counted, %u with nothing there"), sum.n_counted, sum.n_lines, sum.n_nothing);
  gtk_label_set_text (self->progress, text);
  gtk_progress_bar_set_fraction (self->progress_bar, sum.n_lines > 0 ? (double) sum.n_counted / sum.n_lines : 0);
}

/* The page of paper from its first line to the one that is being counted, so that it may be of any length. */
static void
show_page (YzCountPane *self)
{
  const YzStocktakeSheet *sheet = get_sheet (self);
  const YzStocktakeLine *line = get_line (self);
  guint first = self->index;
  g_autofree char *title = NULL, *text = NULL;
  YzStockCountSum sum;

  if (line == NULL)
    return;
  while (first > 0 && first != self->page_first &&
         ((YzStocktakeLine *) g_ptr_array_index (sheet->lines, first - 1))->page == line->page)
    first--;
  yz_stock_count_sum ((const YzStockCount *) sheet->counts->data + first, self->index - first + 1, &sum);
  /* Translators: the first and the last line that are added up */
  title = g_strdup_printf (_ ("Sum of lines %u to %u"),
                           ((YzStocktakeLine *) g_ptr_array_index (sheet->lines, first))->number, line->number);
  text = g_strdup_printf ("%" G_GINT64_FORMAT, sum.counted);
  gtk_label_set_text (self->page_title, title);
  gtk_label_set_text (self->page_sum, text);
}

static void
update (YzCountPane *self)
{
  show_line (self);
  if (get_sheet (self) == NULL)
    return;
  show_progress (self);
  show_page (self);
}

/* --- typing ------------------------------------------------------------------------------------------------------- */

/* The figure that stands there is offered to be overwritten. */
static void
offer_figure (YzCountPane *self)
{
  const YzStocktakeSheet *sheet = get_sheet (self);
  const YzStockCount *count = get_line (self) != NULL ? yz_stocktake_sheet_get_count (sheet, self->index) : NULL;
  g_autofree char *text = count != NULL && count->is_counted ? g_strdup_printf ("%" G_GINT64_FORMAT, count->counted)
                                                             : g_strdup ("");

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

static void
set_index (YzCountPane *self, guint index)
{
  const YzStocktakeSheet *sheet = get_sheet (self);

  if (sheet == NULL || index >= sheet->lines->len || index == self->index)
    return;
  self->index = index;
  /* once it is handed over, only second counts are entered */
  gtk_check_button_set_active (self->again_check, yz_stocktake_get_state (sheet->stocktake) == YZ_STOCKTAKE_COUNTED);
  update (self);
  offer_figure (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDEX]);
}

static void
go_to_next (YzCountPane *self)
{
  const YzStocktakeSheet *sheet = get_sheet (self);

  if (sheet != NULL && self->index + 1 < sheet->lines->len)
    set_index (self, self->index + 1);
  else
    offer_figure (self);
}

static void
go_to (YzCountPane *self, guint number)
{
  guint index;
  g_autofree char *message = NULL;

  if (get_sheet (self) != NULL && yz_stocktake_sheet_find (get_sheet (self), number, &index) != NULL)
    {
      say (self, "", FALSE);
      set_index (self, index);
      offer_figure (self);
      return;
    }
  message = g_strdup_printf (_ ("There is no line %u. What is written into an empty line has to be added"), number);
  say (self, message, TRUE);
}

static gboolean
read_when (YzCountPane *self, gint64 *at)
{
  gint64 now = yz_clock_get_now (yz_session_get_clock (yz_stocktake_desk_get_session (self->desk)));
  g_autoptr (GError) error = NULL;
  gboolean read = yz_stock_when_parse (gtk_editable_get_text (GTK_EDITABLE (self->when_entry)), now, at, &error);

  yz_widgets_set_class (GTK_WIDGET (self->when_entry), "error", !read);
  if (!read)
    say (self, error->message, TRUE);
  return read;
}

/* @counted: -1 for not counted. Returns: whether it is on its way */
static gboolean
write_down (YzCountPane *self, gint64 counted)
{
  const YzStocktakeLine *line = get_line (self);
  YzStocktakeEntry entry = { .counted = counted };

  if (line == NULL || !read_when (self, &entry.at))
    return FALSE;
  entry.line = line->number;
  entry.again = gtk_check_button_get_active (self->again_check) && yz_record_get (line->record, "counted") != NULL;
  say (self, "", FALSE);
  yz_stocktake_desk_enter (self->desk, &entry);
  return TRUE;
}

static gboolean
is_figure (const char *text, gint64 *figure)
{
  return strlen (text) <= MAX_DIGITS && strspn (text, "0123456789") == strlen (text) &&
         yz_value_parse_integer (text, NULL, figure);
}

/* "*12" goes to line 12: all of it is on the number pad. */
static void
enter (YzCountPane *self, const char *typed)
{
  g_autofree char *text = yz_value_strip (typed);
  gint64 number;

  if (*text == '\0')
    go_to_next (self);
  else if (*text == '*' && is_figure (text + 1, &number) && text[1] != '\0')
    go_to (self, (guint) number);
  else if (is_figure (text, &number))
    {
      self->scanned.line = 0;
      if (write_down (self, number))
        go_to_next (self);
    }
  else
    yz_scan_submit (self->scan, text);
}

static void
on_activated (YzCountPane *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  enter (self, text);
}

/* Undo is of what was written down, not of the few digits in the field, which would have it for itself. */
static gboolean
on_key (YzCountPane *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean with_control = (state & GDK_CONTROL_MASK) != 0;

  switch (keyval)
    {
    case GDK_KEY_z:
      return with_control && gtk_widget_activate_action (GTK_WIDGET (self), "win.undo", NULL);
    case GDK_KEY_Z:
      return with_control && gtk_widget_activate_action (GTK_WIDGET (self), "win.redo", NULL);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Add:
    case GDK_KEY_plus:
      go_to_next (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Subtract:
    case GDK_KEY_minus:
      if (self->index > 0)
        set_index (self, self->index - 1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* --- scanning ----------------------------------------------------------------------------------------------------- */

static void
on_scanned (YzCountPane *self, YzRecord *item, YzRecord *lot, guint times)
{
  g_autofree char *message = NULL;
  const YzStocktakeSheet *sheet = get_sheet (self);
  const char *lot_id = lot != NULL ? yz_record_get_id (lot) : NULL;
  guint index = sheet != NULL ? yz_stocktake_scan_find (sheet, yz_record_get_id (item), lot_id, self->index)
                              : G_MAXUINT;
  gint64 counted;

  g_object_get (self->scan, "message", &message, NULL);
  if (index != G_MAXUINT)
    {
      set_index (self, index);
      if (yz_stocktake_scan_add (&self->scanned, sheet, index, times, &counted))
        write_down (self, counted);
      say (self, message, FALSE);
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      return;
    }
  g_free (message);
  message = g_strdup_printf (_ ("%s is on no line of this stocktake"), yz_record_get_title (item));
  say (self, message, TRUE);
  g_signal_emit (self, not_listed_signal, 0, item, lot);
}

static void
on_unknown (YzCountPane *self, const char *code)
{
  g_autofree char *message = g_strdup_printf (_ ("“%s” is neither a number nor a known code"), code);

  say (self, message, TRUE);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/* --- actions ------------------------------------------------------------------------------------------------------ */

static void
enter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  enter (YZ_COUNT_PANE (widget), g_variant_get_string (parameter, NULL));
}

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to_next (YZ_COUNT_PANE (widget));
}

static void
previous_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzCountPane *self = YZ_COUNT_PANE (widget);

  if (self->index > 0)
    set_index (self, self->index - 1);
}

static void
go_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to (YZ_COUNT_PANE (widget), g_variant_get_uint32 (parameter));
}

static void
clear_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  write_down (YZ_COUNT_PANE (widget), -1);
}

static void
begin_page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzCountPane *self = YZ_COUNT_PANE (widget);

  self->page_first = self->index;
  update (self);
}

/* --- the widget --------------------------------------------------------------------------------------------------- */

void
yz_count_pane_count_again (YzCountPane *self, guint line)
{
  g_return_if_fail (YZ_IS_COUNT_PANE (self));

  go_to (self, line);
  gtk_check_button_set_active (self->again_check, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

void
yz_count_pane_refuse (YzCountPane *self, guint line, const char *message)
{
  guint index;

  g_return_if_fail (YZ_IS_COUNT_PANE (self));

  if (get_sheet (self) != NULL && yz_stocktake_sheet_find (get_sheet (self), line, &index) != NULL)
    set_index (self, index);
  say (self, message, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* The first line that nobody counted: so somebody goes on where he stopped. */
static void
go_to_first_open (YzCountPane *self)
{
  const YzStocktakeSheet *sheet = get_sheet (self);

  for (guint i = 0; i < sheet->lines->len; i++)
    if (!yz_stocktake_sheet_get_count (sheet, i)->is_counted)
      {
        set_index (self, i);
        return;
      }
}

static void
on_desk_changed (YzCountPane *self)
{
  gboolean is_first = *gtk_label_get_text (self->progress) == '\0';

  update (self);
  if (!is_first)
    return;
  go_to_first_open (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
set_desk (YzCountPane *self, YzStocktakeDesk *desk)
{
  if (!g_set_object (&self->desk, desk) || desk == NULL)
    return;
  self->scan = yz_scan_new (yz_stocktake_desk_get_session (desk));
  g_signal_connect_object (self->scan, "found", G_CALLBACK (on_scanned), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scan, "unknown", G_CALLBACK (on_unknown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed", G_CALLBACK (on_desk_changed), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
yz_count_pane_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzCountPane *self = YZ_COUNT_PANE (object);

  switch ((YzCountPaneProperty) prop_id)
    {
    case PROP_DESK:
      g_value_set_object (value, self->desk);
      break;
    case PROP_INDEX:
      g_value_set_uint (value, self->index);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_count_pane_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((YzCountPaneProperty) prop_id)
    {
    case PROP_DESK:
      set_desk (YZ_COUNT_PANE (object), g_value_get_object (value));
      break;
    case PROP_INDEX:
      set_index (YZ_COUNT_PANE (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
yz_count_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (YZ_COUNT_PANE (widget)->entry));
}

static void
yz_count_pane_dispose (GObject *object)
{
  YzCountPane *self = YZ_COUNT_PANE (object);

  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->scan);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (yz_count_pane_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "count.enter", "s", enter_cb);
  gtk_widget_class_install_action (widget_class, "count.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "count.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "count.go-to", "u", go_to_cb);
  gtk_widget_class_install_action (widget_class, "count.clear", NULL, clear_cb);
  gtk_widget_class_install_action (widget_class, "count.begin-page", NULL, begin_page_cb);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YzCountPane, where);
  gtk_widget_class_bind_template_child (widget_class, YzCountPane, name);
  gtk_widget_class_bind_template_child (widget_class, YzCountPane, detail);
  gtk_widget_class_bind_template_child (widget_class, YzCountPane, books);
  gtk_widget_class_bind_template_child (widget_class, YzCountPane, entry);
  gtk_widget_class_bind_template_child (widget_class, YzCountPane, unit);
  gtk_widget_class_bind_template_child (widget_class, YzCountPane, message);
  gtk_widget_class_bind_template_child (widget_class, YzCountPane, again_check);
  gtk_widget_class_bind_template_child (widget_class, YzCountPane, when_entry);
  gtk_widget_class_bind_template_child (widget_class, YzCountPane, progress);
  gtk_widget_class_bind_template_child (widget_class, YzCountPane, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, YzCountPane, page_title);
  gtk_widget_class_bind_template_child (widget_class, YzCountPane, page_sum);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
}

static void
yz_count_pane_class_init (YzCountPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_count_pane_get_property;
  object_class->set_property = yz_count_pane_set_property;
  object_class->dispose = yz_count_pane_dispose;
  widget_class->grab_focus = yz_count_pane_grab_focus;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, YZ_TYPE_STOCKTAKE_DESK, flags);
  properties[PROP_INDEX] = g_param_spec_uint ("index", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  not_listed_signal = g_signal_new ("not-listed", YZ_TYPE_COUNT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, YZ_TYPE_RECORD, YZ_TYPE_RECORD);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/stock/yz-count-pane.ui");
  bind_children (widget_class);
  install_actions (widget_class);
}

static void
yz_count_pane_init (YzCountPane *self)
{
  self->page_first = G_MAXUINT;
  gtk_widget_init_template (GTK_WIDGET (self));
}
