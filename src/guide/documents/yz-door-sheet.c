/* A sheet for the door of each station: the whole week, the days on which it is otherwise, where else to go. */
#include "config.h"

#include "yz-day-bar.h"
#include "yz-documents-private.h"
#include "yz-pin.h"
#include "yz-sheet-parts-private.h"
#include "yz-station-near.h"
#include "yz-station-words.h"

/* Millimetres of A4. */
#define ROW 13.2
#define NOTE_AT 9.0 /* of a row, where its second line begins */
#define DAY_WIDTH 26.0
#define BAR_WIDTH 62.0
#define BAR_HEIGHT 5.2
#define NEAR_ROW 13.0
#define MOST_NEAR 3
#define WALK 75.0   /* metres a minute */
#define DETOUR 1.3  /* of the way on streets, against the crow's */
#define FAR_WALK 30 /* minutes; beyond it nobody asks how long */

static const YzType name_type = { .size = 50, .bold = TRUE, .leading = 20 };
static const YzType title_type = { .size = 17, .bold = TRUE, .leading = 9 };
static const YzType tick_type = { .size = 9, .leading = 5, .ink = YZ_INK_SECOND };
static const YzType day_type = { .size = 25, .bold = TRUE, .leading = ROW, .one_line = TRUE };
static const YzType times_type = { .size = 25, .bold = TRUE, .leading = ROW };
static const YzType noted_times_type = { .size = 20, .bold = TRUE, .leading = 9.4 };
static const YzType shut_type = { .size = 25, .leading = ROW, .ink = YZ_INK_SECOND };
static const YzType day_note_type = { .size = 9.5, .leading = 4 };
static const YzType words_type = { .size = 52, .bold = TRUE, .leading = 21 };
static const YzType note_type = { .size = 13, .leading = 6.4 };
static const YzType english_type = { .size = 12, .leading = 6, .ink = YZ_INK_SECOND };
static const YzType closure_type = { .size = 19, .bold = TRUE, .leading = 9.4 };
static const YzType near_type = { .size = 15, .bold = TRUE, .leading = 6.6 };
static const YzType near_note_type = { .size = 11, .leading = 5.2 };
static const YzType near_english_type = { .size = 8, .leading = 4.2, .ink = YZ_INK_SECOND };
static const YzType way_type = { .size = 13, .bold = TRUE, .leading = 6.6 };

#define YZ_TYPE_DOOR_SHEET (yz_door_sheet_get_type ())
G_DECLARE_FINAL_TYPE (YzDoorSheet, yz_door_sheet, YZ, DOOR_SHEET, YzBlock)

struct _YzDoorSheet
{
  YzBlock parent_instance;
  const YzGuideContent *content;
  const YzGuideStation *station;
  GArray *nears; /* nullable: of YzStationNear, looked for once */
};

G_DEFINE_FINAL_TYPE (YzDoorSheet, yz_door_sheet, YZ_TYPE_BLOCK)

static double
lay_head (gpointer data, const YzPen *pen, double x, double y, double width)
{
  YzDoorSheet *self = data;

  return yz_sheet_lay_head (self->content, self->station, pen, x, y, width);
}

static double
lay_name (gpointer data, const YzPen *pen, double x, double y, double width)
{
  YzDoorSheet *self = data;

  return yz_pen_write_fitted (pen, &name_type, self->station->name, x, y, width, 32);
}

/* --- the week ----------------------------------------------------------------------------------------------------- */

static gboolean
has_week (YzDoorSheet *self)
{
  const YzGuideStation *station = self->station;

  return station->week != NULL && station->state_note == NULL &&
         (station->look == YZ_GUIDE_OPEN || station->look == YZ_GUIDE_ALL_DAY);
}

/* The bars of a day in a style; "" for none. */
static char *
list_bars (const GArray *week, guint weekday, gboolean self_service, YzPrintLanguage language)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < week->len; i++)
    {
      const YzHoursBar *bar = &g_array_index (week, YzHoursBar, i);

      if (bar->weekday == weekday && (yz_bar_get_style (bar) == YZ_BAR_SELF_SERVICE) == self_service)
        g_string_append_printf (text, "%s%02d:%02d–%02d:%02d%s",
                                text->len > 0 ? yz_print_say (language, "、", ", ") : "", bar->start / 60,
                                bar->start % 60, bar->end / 60, bar->end % 60,
                                bar->state == YZ_HOURS_UNKNOWN ? yz_print_say (language, "先打电话", " call first")
                                                               : "");
    }
  if (g_str_equal (text->str, "00:00–24:00"))
    {
      g_string_free (g_steal_pointer (&text), TRUE);
      return yz_print_say_both (language, "24 小时", "24 hours");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_open_all_day (const GArray *week, guint weekday)
{
  int minutes = 0;

  for (guint i = 0; i < week->len; i++)
    {
      const YzHoursBar *bar = &g_array_index (week, YzHoursBar, i);

      minutes += bar->weekday == weekday ? bar->end - bar->start : 0;
    }
  return minutes == 1440;
}

/* The times with staff large, those without in a note below; of a day without staff the others are large. */
static char *
describe_day (const GArray *week, guint weekday, YzPrintLanguage language, char **note)
{
  g_autofree char *staffed = list_bars (week, weekday, FALSE, language);
  g_autofree char *others = list_bars (week, weekday, TRUE, language);

  if (*others == '\0')
    return g_steal_pointer (&staffed);
  if (*staffed == '\0')
    {
      *note = yz_print_say_both (language, "自助进门", "self-service");
      return g_steal_pointer (&others);
    }
  if (is_open_all_day (week, weekday))
    *note = yz_print_say_both (language, "其余时间自助进门", "self-service at all other times");
  else
    {
      g_autofree char *word = yz_print_say_both (language, "自助进门", "self-service");

      *note = g_strconcat (others, " ", word, NULL);
    }
  return g_steal_pointer (&staffed);
}

static void
draw_ticks (const YzPen *pen, double x, double y, double width)
{
  static const char *const hours[] = { "0", "6", "12", "18", "24" };

  for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
    {
      g_autoptr (YzText) text = yz_pen_set (pen, &tick_type, hours[i], 0);

      yz_pen_show (pen, text, x + width * i / 4 - text->width * i / 4, y);
    }
}

static void
lay_day (YzDoorSheet *self, const YzPen *pen, guint weekday, double x, double y, double width)
{
  double u = pen->unit, bar_x = x + width - BAR_WIDTH * u, room = width - (DAY_WIDTH + BAR_WIDTH + 4) * u;
  YzRect bar = { bar_x, y + (ROW - BAR_HEIGHT) / 2 * u, BAR_WIDTH * u, BAR_HEIGHT * u };
  g_autofree char *note = NULL, *times = describe_day (self->station->week, weekday, pen->language, &note);
  g_autofree char *shut = yz_bar_dup_word (YZ_BAR_SHUT, pen->language);
  g_autofree char *name = yz_print_say_both (pen->language, yz_print_weekday (YZ_PRINT_CHINESE, weekday, FALSE),
                                             yz_print_weekday (YZ_PRINT_ENGLISH, weekday, TRUE));
  const YzType *type = *times == '\0' ? &shut_type : note != NULL ? &noted_times_type : &times_type;
  g_autoptr (YzText) text = yz_pen_fit (pen, type, *times != '\0' ? times : shut, room, 8);
  g_autoptr (YzText) day = yz_pen_fit (pen, &day_type, name, (DAY_WIDTH - 3) * u, 8);

  yz_pen_show (pen, day, x, y + (ROW * u - day->height) / 2);
  yz_pen_show (pen, text, x + DAY_WIDTH * u, y + ((note != NULL ? NOTE_AT : ROW) * u - text->height) / 2);
  if (note != NULL)
    yz_pen_write_fitted (pen, &day_note_type, note, x + DAY_WIDTH * u, y + (NOTE_AT - 0.4) * u, room, 6);
  yz_pen_rule (pen, x, y + ROW * u, width, 0.1 * u, YZ_INK_HAIR);
  if (pen->canvas == NULL)
    return;
  yz_bar_draw (pen->canvas, YZ_BAR_SHUT, &bar);
  yz_day_bar_draw (pen->canvas, self->station->week, weekday, 0, 24, &bar);
}

/* What an ordinary week does not show: seasons, public holidays. */
static double
lay_clauses (YzDoorSheet *self, const YzPen *pen, double x, double y, double width)
{
  const YzGuideStation *station = self->station;
  g_autofree char *words = yz_station_words_get_hours_in_line (station, pen->language);
  g_autofree char *english = yz_station_words_get_english_hours (station, pen->language);
  double height = 2.5 * pen->unit;

  if (station->hours == NULL || !yz_hours_is_week_stable (station->hours))
    height += yz_pen_write (pen, &note_type, words, x, y + height, width);
  if (english != NULL)
    height += yz_pen_write (pen, &english_type, english, x, y + height, width);
  return height;
}

static double
lay_week (gpointer data, const YzPen *pen, double x, double y, double width)
{
  YzDoorSheet *self = data;
  double u = pen->unit, height;
  g_autofree char *title = yz_print_say_both (pen->language, "开放时间", "Opening hours");

  if (!has_week (self))
    return yz_sheet_lay_hours (self->station, pen, &words_type, x, y, width);
  height = yz_pen_write (pen, &title_type, title, x, y, width - BAR_WIDTH * u);
  draw_ticks (pen, x + width - BAR_WIDTH * u, y + height - tick_type.leading * u, BAR_WIDTH * u);
  height += u;
  yz_pen_rule (pen, x, y + height, width, 0.3 * u, YZ_INK_BLACK);
  for (guint day = 1; day <= 7; day++, height += ROW * u)
    lay_day (self, pen, day, x, y + height, width);
  return height + lay_clauses (self, pen, x, y + height, width);
}

/* --- other days, other places ------------------------------------------------------------------------------------- */

static double
lay_closures (gpointer data, const YzPen *pen, double x, double y, double width)
{
  const GPtrArray *closures = ((YzDoorSheet *) data)->station->closures;
  double u = pen->unit, pad = 5 * u, height = pad;
  g_autofree char *title = yz_print_say_both (pen->language, "这几天另有安排", "Other hours on these days");

  if (closures->len == 0)
    return 0;
  height += yz_pen_write (pen, &note_type, title, x + pad, y + height, width - 2 * pad);
  for (guint i = 0; i < closures->len; i++)
    {
      g_autofree char *text = yz_station_words_get_closure (g_ptr_array_index (closures, i), pen->language);

      height += yz_pen_write (pen, &closure_type, text, x + pad, y + height, width - 2 * pad);
    }
  height += pad;
  if (pen->canvas != NULL)
    yz_canvas_frame (pen->canvas, &(YzRect){ x + 0.6 * u, y, width - 1.2 * u, height }, 3.5 * u, 1.2 * u, YZ_INK_BLACK);
  return height;
}

static char *
describe_way (double metres, YzPrintLanguage language)
{
  guint minutes = (guint) (metres * DETOUR / WALK) + 1;

  if (minutes > FAR_WALK)
    return g_strdup_printf ("%.1f %s", metres / 1000, language == YZ_PRINT_CHINESE ? "公里" : "km");
  return yz_print_say_number (language, minutes, "步行约 %u 分钟", "%u minute on foot", "%u minutes on foot");
}

static double
lay_near (const YzPen *pen, const YzStationNear *near, double x, double y, double width)
{
  const YzGuideStation *station = near->station;
  double u = pen->unit, left = x + 14 * u, room, height;
  g_autofree char *way = describe_way (near->metres, pen->language);
  g_autofree char *hours = yz_station_words_get_hours_in_line (station, pen->language);
  g_autofree char *english = yz_station_words_get_english_hours (station, pen->language);
  g_autoptr (YzText) end = yz_pen_fit (pen, &way_type, way, 46 * u, 7);

  room = width - 17 * u - end->width;
  if (pen->canvas != NULL)
    yz_pin_draw (pen->canvas, station->look, station->number, x + 5 * u, y + 5.6 * u, 4.2 * u);
  yz_pen_show (pen, end, x + width - end->width, y);
  height = yz_pen_write_fitted (pen, &near_type, station->name, left, y, room, 9);
  height += yz_pen_write (pen, &near_note_type, hours, left, y + height, room);
  if (english != NULL)
    height += yz_pen_write (pen, &near_english_type, english, left, y + height, room);
  return MAX (height + 2.5 * u, NEAR_ROW * u);
}

static double
lay_nears (gpointer data, const YzPen *pen, double x, double y, double width)
{
  YzDoorSheet *self = data;
  g_autofree char *title = yz_print_say_both (pen->language, "这里没开时，可以去", "When this one is closed, go to");
  double height;

  if (self->nears == NULL)
    self->nears = yz_station_near_find (self->content, self->station, MOST_NEAR);
  if (self->nears->len == 0)
    return 0;
  height = yz_pen_write (pen, &title_type, title, x, y, width) + pen->unit;
  yz_pen_rule (pen, x, y + height, width, 0.3 * pen->unit, YZ_INK_BLACK);
  height += 2 * pen->unit;
  for (guint i = 0; i < self->nears->len; i++)
    height += lay_near (pen, &g_array_index (self->nears, YzStationNear, i), x, y + height, width);
  return height;
}

/* --- the whole ---------------------------------------------------------------------------------------------------- */

static double
lay_foot (gpointer data, const YzPen *pen, double x, double y, double width)
{
  YzDoorSheet *self = data;

  return yz_sheet_lay_foot (self->content, self->station, pen, x, y, width);
}

static const YzSheetPart parts[] = { lay_head, lay_name, lay_week, lay_closures, lay_nears, lay_foot };

static double
door_sheet_measure (YzBlock *block, YzTypesetter *typesetter, double width)
{
  const YzPen pen = yz_pen_to_measure (typesetter, width / SHEET_WIDTH);

  return yz_sheet_lay (parts, G_N_ELEMENTS (parts), block, &pen, &(YzRect){ .width = width });
}

static void
door_sheet_draw (YzBlock *block, YzCanvas *canvas, const YzRect *area)
{
  const YzPen pen = yz_pen_to_draw (canvas, area->width / SHEET_WIDTH);

  yz_sheet_lay (parts, G_N_ELEMENTS (parts), block, &pen, area);
}

static void
yz_door_sheet_finalize (GObject *object)
{
  g_clear_pointer (&YZ_DOOR_SHEET (object)->nears, g_array_unref);
  G_OBJECT_CLASS (yz_door_sheet_parent_class)->finalize (object);
}

static void
yz_door_sheet_class_init (YzDoorSheetClass *class)
{
  G_OBJECT_CLASS (class)->finalize = yz_door_sheet_finalize;
  YZ_BLOCK_CLASS (class)->measure = door_sheet_measure;
  YZ_BLOCK_CLASS (class)->draw = door_sheet_draw;
}

static void
yz_door_sheet_init (YzDoorSheet *self)
{
}

YzDocument *
yz_door_sheet_build (const YzGuideContent *content, const YzDocumentOptions *options)
{
  g_autofree char *title =
    g_strconcat (content->area,
                 yz_print_say (content->language, "驿站开放时间（贴门）", " – opening hours for the door"), NULL);
  YzDocument *document = yz_document_new (title);
  YzSection *section = yz_document_add_section (document, 1);

  section->bare = TRUE;
  for (guint i = 0; i < content->stations->len; i++)
    {
      YzDoorSheet *sheet = g_object_new (YZ_TYPE_DOOR_SHEET, NULL);

      sheet->content = content;
      sheet->station = g_ptr_array_index (content->stations, i);
      yz_sheet_add (section, YZ_BLOCK (sheet), sheet->station);
    }
  return document;
}
