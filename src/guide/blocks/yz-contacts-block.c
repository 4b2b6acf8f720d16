#include "config.h"

#include "yz-contacts-block.h"

#include "yz-pen-private.h"
#include "yz-station-words.h"

/* Millimetres of A4's type. */
#define BOX 58.0
#define BOX_PAD 4.5
#define GAP 6.0
#define BESIDE 62.0 /* the least width of the table beside the box */
#define PADDING 1.3
#define COLUMN_GAP 2.5
#define QUESTION 24.0

static const YzType box_title_type = { .size = 9.6, .bold = TRUE, .leading = 5 };
static const YzType hotline_type = { .size = 40, .bold = TRUE, .leading = 17 };
static const YzType box_note_type = { .size = 8.4, .leading = 4.2 };
static const YzType head_type = { .size = 7.4, .ink = YZ_INK_SECOND, .leading = 3.8 };
static const YzType place_type = { .size = 8, .ink = YZ_INK_SECOND, .leading = 4 };
static const YzType name_type = { .size = 9, .bold = TRUE, .leading = 4.2 };
static const YzType phone_type = { .size = 9, .bold = TRUE, .leading = 4.2 };
static const YzType where_type = { .size = 8, .leading = 4 };
static const YzType question_type = { .size = 9.6, .bold = TRUE, .leading = 4.8 };
static const YzType answer_type = { .size = 8.2, .leading = 4.3 };
static const YzType imprint_type = { .size = 7.6, .ink = YZ_INK_SECOND, .leading = 4 };

/* --- contacts ----------------------------------------------------------------------------------------------------- */

#define YZ_TYPE_CONTACTS (yz_contacts_get_type ())
G_DECLARE_FINAL_TYPE (YzContacts, yz_contacts, YZ, CONTACTS, YzBlock)

struct _YzContacts
{
  YzBlock parent_instance;
  const YzGuideContent *content; /* of the document, which it lives as long as */
};

G_DEFINE_FINAL_TYPE (YzContacts, yz_contacts, YZ_TYPE_BLOCK)

static double
lay_hotline (YzContacts *self, const YzPen *pen, double x, double y, double width)
{
  double u = pen->unit, left = x + BOX_PAD * u, room = width - 2 * BOX_PAD * u, top = y;
  const char *hotline = self->content->hotline;
  g_autofree char *link = yz_station_words_get_phone_link (hotline);
  g_autofree char *title = yz_print_say_both (pen->language, "工会热线", "Union hotline");
  g_autofree char *note =
    yz_print_say_both (pen->language, "欠薪、工伤、劳动纠纷、入会、驿站没开门，都可以打",
                       "Call about unpaid wages, injuries, disputes, joining the union, or a station that is closed");

  y += BOX_PAD * u;
  y += yz_pen_write (pen, &box_title_type, title, left, y, room);
  if (pen->canvas != NULL)
    yz_canvas_begin_link (pen->canvas, link);
  y += yz_pen_write_fitted (pen, &hotline_type, hotline, left, y, room, 16);
  if (pen->canvas != NULL)
    yz_canvas_end_link (pen->canvas);
  y += yz_pen_write (pen, &box_note_type, note, left, y, room);
  y += BOX_PAD * u;
  if (pen->canvas != NULL)
    yz_canvas_frame (pen->canvas, &(YzRect){ x + 0.3, top, width - 0.6, y - top }, 1.5 * u, 0.6, YZ_INK_BLACK);
  return y - top;
}

/* Place, name, telephone, where: in four columns, or in two with the others below. */
static double
lay_contact (const YzPen *pen, const YzGuideContact *contact, double x, double y, double width)
{
  const double shares[] = { 0.16, 0.22, 0.25, 0.37 };
  double u = pen->unit, gap = COLUMN_GAP * u, at = x, height = 0;
  const char *texts[] = { contact->place, contact->name, contact->phone, contact->where };
  const YzType *types[] = { &place_type, &name_type, &phone_type, &where_type };

  if (width < 1.5 * BESIDE * u)
    {
      g_autoptr (YzText) phone = yz_pen_fit (pen, &phone_type, contact->phone, width * 0.48, 7);
      g_autoptr (YzText) name = yz_pen_set (pen, &name_type, contact->name, width - phone->width - gap);
      g_autofree char *rest = contact->where != NULL ? g_strconcat (contact->place, "  ", contact->where, NULL)
                                                     : g_strdup (contact->place);

      yz_pen_show (pen, name, x, y);
      yz_pen_show (pen, phone, x + width - phone->width, y);
      height = MAX (name->height, phone->height);
      return height + yz_pen_write (pen, &where_type, rest, x, y + height, width);
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double room = (width - 3 * gap) * shares[i], cell = 0;

      if (texts[i] != NULL)
        cell = yz_pen_write_fitted (pen, types[i], texts[i], at, y, room, types[i]->size * 0.85);
      height = MAX (height, cell);
      at += room + gap;
    }
  return height;
}

static double
lay_table (YzContacts *self, const YzPen *pen, double x, double y, double width)
{
  const GPtrArray *contacts = self->content->contacts;
  double u = pen->unit, top = y;
  g_autofree char *head = yz_print_say_both (pen->language, "劳动争议调解员：电话、在哪儿、什么时候",
                                             "Labour dispute mediators: telephone, where and when");

  y += yz_pen_write (pen, &head_type, head, x, y, width) + 0.8 * u;
  yz_pen_rule (pen, x, y, width, 0.2, YZ_INK_BLACK);
  for (guint i = 0; i < contacts->len; i++)
    {
      y += PADDING * u;
      y += lay_contact (pen, g_ptr_array_index (contacts, i), x, y, width) + PADDING * u;
      yz_pen_rule (pen, x, y, width, 0.1, YZ_INK_HAIR);
    }
  return y - top;
}

static double
lay_contacts (YzContacts *self, const YzPen *pen, const YzRect *area)
{
  double u = pen->unit, x = area->x + (BOX + GAP) * u, right = area->width - (BOX + GAP) * u, box, table;

  if (self->content->contacts->len == 0)
    return lay_hotline (self, pen, area->x, area->y, MIN (area->width, 1.5 * BOX * u));
  if (right < BESIDE * u)
    {
      box = lay_hotline (self, pen, area->x, area->y, area->width) + GAP / 2 * u;
      return box + lay_table (self, pen, area->x, area->y + box, area->width);
    }
  box = lay_hotline (self, pen, area->x, area->y, BOX * u);
  table = lay_table (self, pen, x, area->y, right);
  return MAX (box, table);
}

static double
contacts_measure (YzBlock *block, YzTypesetter *typesetter, double width)
{
  const YzPen pen = yz_pen_to_measure (typesetter, 0);

  return lay_contacts (YZ_CONTACTS (block), &pen, &(YzRect){ .width = width });
}

static void
contacts_draw (YzBlock *block, YzCanvas *canvas, const YzRect *area)
{
  const YzPen pen = yz_pen_to_draw (canvas, 0);

  lay_contacts (YZ_CONTACTS (block), &pen, area);
}

static void
yz_contacts_class_init (YzContactsClass *class)
{
  YZ_BLOCK_CLASS (class)->measure = contacts_measure;
  YZ_BLOCK_CLASS (class)->draw = contacts_draw;
}

static void
yz_contacts_init (YzContacts *self)
{
}

YzBlock *
yz_contacts_new (const YzGuideContent *content)
{
  YzContacts *self = g_object_new (YZ_TYPE_CONTACTS, NULL);

  self->content = content;
  yz_block_set_flow (YZ_BLOCK (self), YZ_BLOCK_ACROSS);
  return YZ_BLOCK (self);
}

/* --- imprint ------------------------------------------------------------------------------------------------------ */

#define YZ_TYPE_IMPRINT (yz_imprint_get_type ())
G_DECLARE_FINAL_TYPE (YzImprint, yz_imprint, YZ, IMPRINT, YzBlock)

struct _YzImprint
{
  YzBlock parent_instance;
  const YzGuideContent *content;
};

G_DEFINE_FINAL_TYPE (YzImprint, yz_imprint, YZ_TYPE_BLOCK)

static char *
say_publisher (const YzGuideContent *content, YzPrintLanguage language)
{
  g_autofree char *date = yz_print_date (language, content->date);
  const char *publisher = content->publisher != NULL ? content->publisher : content->area;
  g_autoptr (GString) text = g_string_new (NULL);

  if (language == YZ_PRINT_ENGLISH)
    g_string_append_printf (text,
                            "Published by %s. As of %s; if a notice at the door says otherwise, go by the notice.",
                            publisher, date);
  else
    g_string_append_printf (text, "编印：%s。资料截至 %s，以驿站门口告示为准。", publisher, date);
  if (content->edition_name != NULL)
    g_string_append_printf (text, " %s%s", content->edition_name, yz_print_say (language, "。", "."));
  if (content->attribution != NULL)
    g_string_append_printf (text, "\n%s%s", yz_print_say (language, "地图：", "Maps: "), content->attribution);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static double
lay_imprint (YzImprint *self, const YzPen *pen, const YzRect *area)
{
  double u = pen->unit, x = area->x, y = area->y, width = area->width;
  g_autofree char *publisher = say_publisher (self->content, pen->language);
  g_autofree char *question = yz_print_say_both (pen->language, "发现写错了？", "Found a mistake?");
  g_autofree char *chinese =
    g_strconcat ("拍下这一页，记下驿站编号，拨打 ", self->content->hotline, "。改过的地方，下一版都会标出来。", NULL);
  g_autofree char *english = g_strconcat ("Take a picture of the page, note the station's number and call ",
                                          self->content->hotline, ". The next edition marks what was corrected.", NULL);
  g_autofree char *answer = yz_print_say_both (pen->language, chinese, english);

  if (width >= 4 * QUESTION * u)
    {
      yz_pen_write (pen, &question_type, question, x, y, QUESTION * 1.3 * u);
      x += QUESTION * 1.3 * u;
      width -= QUESTION * 1.3 * u;
    }
  else
    y += yz_pen_write (pen, &question_type, question, x, y, width);
  y += yz_pen_write (pen, &answer_type, answer, x, y, width);
  y += yz_pen_write (pen, &imprint_type, publisher, x, y, width);
  return y - area->y;
}

static double
imprint_measure (YzBlock *block, YzTypesetter *typesetter, double width)
{
  const YzPen pen = yz_pen_to_measure (typesetter, 0);

  return lay_imprint (YZ_IMPRINT (block), &pen, &(YzRect){ .width = width });
}

static void
imprint_draw (YzBlock *block, YzCanvas *canvas, const YzRect *area)
{
  const YzPen pen = yz_pen_to_draw (canvas, 0);

  lay_imprint (YZ_IMPRINT (block), &pen, area);
}

static void
yz_imprint_class_init (YzImprintClass *class)
{
  YZ_BLOCK_CLASS (class)->measure = imprint_measure;
  YZ_BLOCK_CLASS (class)->draw = imprint_draw;
}

static void
yz_imprint_init (YzImprint *self)
{
}

YzBlock *
yz_imprint_new (const YzGuideContent *content)
{
  YzImprint *self = g_object_new (YZ_TYPE_IMPRINT, NULL);

  self->content = content;
  yz_block_set_flow (YZ_BLOCK (self), YZ_BLOCK_ACROSS);
  yz_block_set_space (YZ_BLOCK (self), 5);
  return YZ_BLOCK (self);
}
