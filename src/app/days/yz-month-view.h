/*
 * A month as a calendar on the wall shows it: weeks from Monday, public holidays and shifted workdays marked with a
 * character, today and the chosen days marked. Every day is a button.
 */
#pragma once

#include <gtk/gtk.h>

#include "yz-holidays.h"

G_BEGIN_DECLS

#define YZ_TYPE_MONTH_VIEW (yz_month_view_get_type ())

G_DECLARE_FINAL_TYPE (YzMonthView, yz_month_view, YZ, MONTH_VIEW, GtkWidget)

/**
 * YzMonthView::chosen:
 * @julian: (type guint): the day that somebody chose
 *
 * Actions: "month.previous", "month.next".
 */

/**
 * yz_month_view_set_holidays:
 * @holidays: (nullable)
 */
void yz_month_view_set_holidays (YzMonthView *self, YzHolidays *holidays);

void yz_month_view_set_today (YzMonthView *self, guint32 julian);

/**
 * yz_month_view_select:
 * @first, @last: day numbers; the month of @first is shown
 */
void yz_month_view_select (YzMonthView *self, guint32 first, guint32 last);

G_END_DECLS
