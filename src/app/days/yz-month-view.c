#include "config.h"

#include "yz-month-view.h"

#include "yz-day-words.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

#define DAYS 7
#define WEEKS 6

typedef struct
{
  GtkWidget *button;
  GtkLabel *number;
  GtkLabel *mark;
  guint32 julian;
} Cell;

struct _YzMonthView
{
  GtkWidget parent_instance;

  YzHolidays *holidays;
  guint32 today;
  guint32 first; /* chosen */
  guint32 last;
  GDate month; /* its first day */
  Cell cells[WEEKS * DAYS];

  GtkLabel *title;
  GtkGrid *grid;
};

G_DEFINE_FINAL_TYPE (YzMonthView, yz_month_view, GTK_TYPE_WIDGET)

static guint chosen_signal;

static const char *
kind_to_mark (YzDayKind kind)
{
  if (kind == YZ_DAY_ORDINARY)
    return "";
  return kind == YZ_DAY_HOLIDAY ? C_ ("day mark", "H") : C_ ("day mark", "W");
}

static void
update_cell (YzMonthView *self, Cell *cell, guint32 julian)
{
  const YzHoliday *holiday = yz_holidays_find (self->holidays, julian);
  YzDayKind kind = yz_holidays_get_kind (self->holidays, julian);
  g_autofree char *day = yz_day_format (julian);
  g_autofree char *label = holiday != NULL ? g_strdup_printf ("%s · %s", day, yz_holiday_get_name (holiday))
                                           : g_strdup (day);
  g_autofree char *number = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  number = g_strdup_printf ("%d", g_date_get_day (&date));
  cell->julian = julian;
  gtk_label_set_text (cell->number, number);
  gtk_label_set_text (cell->mark, kind_to_mark (kind));
  gtk_widget_set_tooltip_text (cell->button, holiday != NULL ? yz_holiday_get_name (holiday) : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  yz_widgets_set_class (cell->button, "other-month", g_date_get_month (&date) != g_date_get_month (&self->month));
  yz_widgets_set_class (cell->button, "holiday", kind == YZ_DAY_HOLIDAY);
  yz_widgets_set_class (cell->button, "today", julian == self->today);
  yz_widgets_set_class (cell->button, "chosen", julian >= self->first && julian <= self->last);
}

static void
update (YzMonthView *self)
{
  guint32 first = g_date_get_julian (&self->month);
  guint32 monday = first - (g_date_get_weekday (&self->month) - G_DATE_MONDAY);
  char title[64];

  /* Translators: a month and its year, as strftime() has it: "October 2026" */
  g_date_strftime (title, sizeof title, _ ("%B %Y"), &self->month);
  gtk_label_set_text (self->title, title);
  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    update_cell (self, &self->cells[i], monday + i);
}

static void
step_month (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzMonthView *self = YZ_MONTH_VIEW (widget);

  if (g_str_equal (name, "month.next"))
    g_date_add_months (&self->month, 1);
  else
    g_date_subtract_months (&self->month, 1);
  update (self);
}

static void
on_clicked (GtkButton *button, YzMonthView *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    if (self->cells[i].button == GTK_WIDGET (button))
      {
        g_signal_emit (self, chosen_signal, 0, self->cells[i].julian);
        return;
      }
}

static void
make_cell (YzMonthView *self, guint index)
{
  Cell *cell = &self->cells[index];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  cell->number = GTK_LABEL (gtk_label_new (NULL));
  cell->mark = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (cell->number), "yz-day-number");
  gtk_widget_add_css_class (GTK_WIDGET (cell->mark), "yz-day-mark");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (cell->number));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (cell->mark));
  cell->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (cell->button), box);
  gtk_button_set_has_frame (GTK_BUTTON (cell->button), FALSE);
  gtk_widget_add_css_class (cell->button, "yz-day");
  g_signal_connect_object (cell->button, "clicked", G_CALLBACK (on_clicked), self, 0);
  gtk_grid_attach (self->grid, cell->button, (int) (index % DAYS), (int) (index / DAYS) + 1, 1, 1);
}

static void
make_grid (YzMonthView *self)
{
  /* 1 January of the year 1 was a Monday */
  for (guint i = 0; i < DAYS; i++)
    {
      GtkWidget *name = gtk_label_new (yz_day_get_weekday_name (i + 1));

      gtk_widget_add_css_class (name, "yz-second");
      gtk_grid_attach (self->grid, name, (int) i, 0, 1, 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    make_cell (self, i);
}

static void
yz_month_view_dispose (GObject *object)
{
  YzMonthView *self = YZ_MONTH_VIEW (object);

  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_pointer (&self->holidays, yz_holidays_unref);

  G_OBJECT_CLASS (yz_month_view_parent_class)->dispose (object);
}

static void
yz_month_view_class_init (YzMonthViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_month_view_dispose;
  chosen_signal =
    g_signal_new ("chosen", YZ_TYPE_MONTH_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_install_action (widget_class, "month.previous", NULL, step_month);
  gtk_widget_class_install_action (widget_class, "month.next", NULL, step_month);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/days/yz-month-view.ui");
  gtk_widget_class_bind_template_child (widget_class, YzMonthView, title);
  gtk_widget_class_bind_template_child (widget_class, YzMonthView, grid);
}

static void
yz_month_view_init (YzMonthView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_date_clear (&self->month, 1);
  g_date_set_dmy (&self->month, 1, G_DATE_JANUARY, 2026);
  make_grid (self);
  update (self);
}

void
yz_month_view_set_holidays (YzMonthView *self, YzHolidays *holidays)
{
  g_return_if_fail (YZ_IS_MONTH_VIEW (self));

  if (holidays != NULL)
    yz_holidays_ref (holidays);
  g_clear_pointer (&self->holidays, yz_holidays_unref);
  self->holidays = holidays;
  update (self);
}

void
yz_month_view_set_today (YzMonthView *self, guint32 julian)
{
  g_return_if_fail (YZ_IS_MONTH_VIEW (self));

  self->today = julian;
  update (self);
}

void
yz_month_view_select (YzMonthView *self, guint32 first, guint32 last)
{
  g_return_if_fail (YZ_IS_MONTH_VIEW (self));

  self->first = first;
  self->last = last;
  g_date_set_julian (&self->month, first);
  g_date_set_day (&self->month, 1);
  update (self);
}
