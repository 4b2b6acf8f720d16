/*
 * Written from the yearly notices of the General Office of the State Council on the arrangement of holidays
 * (国务院办公厅关于部分节假日安排的通知). A notice names a holiday by its span and the days on which work is made up for;
 * where two festivals share one span, each day bears the name of the festival that it belongs to.
 */
#include "config.h"

#include "yz-official-calendar.h"

#include "yz-kinds.h"

typedef enum
{
  NEW_YEAR,
  SPRING,
  TOMB_SWEEPING,
  LABOUR,
  DRAGON_BOAT,
  MID_AUTUMN,
  NATIONAL,
} Festival;

/* Names are data of the register, in both its languages, and not translated. */
static const struct
{
  const char *name;
  const char *name_en;
} festivals[] = {
  [NEW_YEAR] = { "元旦", "New Year's Day" },
  [SPRING] = { "春节", "Spring Festival" },
  [TOMB_SWEEPING] = { "清明节", "Tomb-Sweeping Day" },
  [LABOUR] = { "劳动节", "Labour Day" },
  [DRAGON_BOAT] = { "端午节", "Dragon Boat Festival" },
  [MID_AUTUMN] = { "中秋节", "Mid-Autumn Festival" },
  [NATIONAL] = { "国庆节", "National Day" },
};

/* Month and day as one number: 1001 is the first of October. */
typedef struct
{
  int year;
  Festival festival;
  int first;
  int last;
  int workdays[2]; /* 0 where there are fewer */
} Holiday;

/* clang-format off */
static const Holiday holidays[] = {
  { 2023, NEW_YEAR,       101,  102, { 0 } },
  { 2023, SPRING,         121,  127, { 128, 129 } },
  { 2023, TOMB_SWEEPING,  405,  405, { 0 } },
  { 2023, LABOUR,         429,  503, { 423, 506 } },
  { 2023, DRAGON_BOAT,    622,  624, { 625 } },
  { 2023, MID_AUTUMN,     929,  929, { 0 } },
  { 2023, NATIONAL,       930, 1006, { 1007, 1008 } },

  { 2024, NEW_YEAR,       101,  101, { 0 } },
  { 2024, SPRING,         210,  217, { 204, 218 } },
  { 2024, TOMB_SWEEPING,  404,  406, { 407 } },
  { 2024, LABOUR,         501,  505, { 428, 511 } },
  { 2024, DRAGON_BOAT,    610,  610, { 0 } },
  { 2024, MID_AUTUMN,     915,  917, { 914 } },
  { 2024, NATIONAL,      1001, 1007, { 929, 1012 } },

  { 2025, NEW_YEAR,       101,  101, { 0 } },
  { 2025, SPRING,         128,  204, { 126, 208 } },
  { 2025, TOMB_SWEEPING,  404,  406, { 0 } },
  { 2025, LABOUR,         501,  505, { 427 } },
  { 2025, DRAGON_BOAT,    531,  602, { 0 } },
  { 2025, NATIONAL,      1001, 1005, { 928, 1011 } },
  { 2025, MID_AUTUMN,    1006, 1006, { 0 } },
  { 2025, NATIONAL,      1007, 1008, { 0 } },

  { 2026, NEW_YEAR,       101,  103, { 104 } },
  { 2026, SPRING,         215,  223, { 214, 228 } },
  { 2026, TOMB_SWEEPING,  404,  406, { 0 } },
  { 2026, LABOUR,         501,  505, { 509 } },
  { 2026, DRAGON_BOAT,    619,  621, { 0 } },
  { 2026, MID_AUTUMN,     925,  927, { 0 } },
  { 2026, NATIONAL,      1001, 1007, { 920, 1010 } },
};
/* clang-format on */

static void
set_day (GDate *date, int year, int month_day)
{
  g_date_clear (date, 1);
  g_date_set_dmy (date, month_day % 100, month_day / 100, year);
}

static YzRecord *
make_day (const GDate *date, const char *kind, Festival festival, YzIdFactory *ids)
{
  gboolean workday = g_str_equal (kind, "workday");
  g_autofree char *id = yz_id_factory_next (ids);
  g_autofree char *text =
    g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));
  g_autofree char *name = g_strconcat (festivals[festival].name, workday ? "调休上班" : NULL, NULL);
  g_autofree char *name_en = g_strconcat (festivals[festival].name_en, workday ? " make-up workday" : NULL, NULL);
  YzRecord *day = yz_record_new (&yz_calendar_day_kind, id);

  yz_record_set_text (day, "date", text);
  yz_record_set_text (day, "kind", kind);
  yz_record_set_text (day, "name", name);
  yz_record_set_text (day, "name_en", name_en);
  return day;
}

static void
append_holiday (GPtrArray *days, const Holiday *holiday, YzIdFactory *ids)
{
  GDate date, last;

  set_day (&last, holiday->year, holiday->last);
  for (set_day (&date, holiday->year, holiday->first); g_date_compare (&date, &last) <= 0; g_date_add_days (&date, 1))
    g_ptr_array_add (days, make_day (&date, "holiday", holiday->festival, ids));

  for (guint i = 0; i < G_N_ELEMENTS (holiday->workdays) && holiday->workdays[i] != 0; i++)
    {
      set_day (&date, holiday->year, holiday->workdays[i]);
      g_ptr_array_add (days, make_day (&date, "workday", holiday->festival, ids));
    }
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  YzRecord *const *x = a, *const *y = b;

  return g_strcmp0 (yz_record_get_text (*x, "date"), yz_record_get_text (*y, "date"));
}

GPtrArray *
yz_official_calendar_make_days (YzIdFactory *ids)
{
  GPtrArray *days = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (YZ_IS_ID_FACTORY (ids), days);

  for (guint i = 0; i < G_N_ELEMENTS (holidays); i++)
    append_holiday (days, &holidays[i], ids);
  g_ptr_array_sort (days, compare_days);
  return days;
}
