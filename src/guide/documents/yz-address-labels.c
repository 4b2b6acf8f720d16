/*
 * Labels for envelopes and parcels, on sheets that are cut already: three by eight of 70 × 37 mm, two by seven of 105 ×
 * 42.4 mm. Measures are those of the sheet, whatever the size of type is.
 */
#include "config.h"

#include "yz-documents-private.h"
#include "yz-pen-block-private.h"

#define SHEET 210.0 /* wide, in millimetres */
#define PADDING 4.5
#define SHRINK 0.95
#define SMALLEST 0.35
#define MOST_COLUMNS 3

static const YzType address_type = { .size = 10, .leading = 4.8 };
static const YzType name_type = { .size = 12.5, .bold = TRUE, .leading = 5.8 };
static const YzType recipient_type = { .size = 10, .leading = 5 };

typedef struct
{
  guint n_columns;
  double height;
} Sheet;

/* A row of labels; some may be used up already. */
typedef struct
{
  const Sheet *sheet;
  const YzGuideStation *stations[MOST_COLUMNS];
  char *recipient;
} Row;

static void
row_free (gpointer data)
{
  g_free (((Row *) data)->recipient);
  g_free (data);
}

/* Most addresses begin with their district, which is then not told twice. */
static char *
write_place (const YzGuideStation *station, YzPrintLanguage language)
{
  const char *address = station->address != NULL ? station->address : "";

  if (station->district == NULL || strstr (address, station->district) != NULL)
    return g_strdup (address);
  if (*address == '\0')
    return g_strdup (station->district);
  return g_strconcat (station->district, yz_print_say (language, "", " "), address, NULL);
}

static double
lay_out_label (const YzPen *pen, const YzRect *area, const YzGuideStation *station, const char *recipient)
{
  g_autofree char *place = write_place (station, pen->language);
  const char *phone = station->phones != NULL ? station->phones[0] : NULL;
  g_autofree char *to = phone != NULL ? g_strconcat (recipient, "　", phone, NULL) : g_strdup (recipient);
  double y = area->y;

  if (*place != '\0')
    y += yz_pen_write (pen, &address_type, place, area->x, y, area->width) + pen->unit;
  y += yz_pen_write (pen, &name_type, station->name, area->x, y, area->width) + pen->unit;
  y += yz_pen_write (pen, &recipient_type, to, area->x, y, area->width);
  return y - area->y;
}

/* What is too much for a label is set smaller: a cut never goes through text. */
static void
draw_label (const YzPen *pen, const YzRect *area, const YzGuideStation *station, const char *recipient)
{
  YzPen fitted = *pen;
  YzRect box = { area->x + PADDING, area->y + PADDING, area->width - 2 * PADDING, area->height - 2 * PADDING };
  double height;

  fitted.canvas = NULL;
  while ((height = lay_out_label (&fitted, &box, station, recipient)) > box.height &&
         fitted.unit > SMALLEST * pen->unit)
    fitted.unit *= SHRINK;
  fitted.canvas = pen->canvas;
  box.y += (box.height - height) / 2;
  lay_out_label (&fitted, &box, station, recipient);
}

static double
lay_out_row (const YzPen *pen, const YzRect *area, gpointer data)
{
  const Row *row = data;
  double width = area->width / row->sheet->n_columns;

  for (guint i = 0; pen->canvas != NULL && i < row->sheet->n_columns; i++)
    if (row->stations[i] != NULL)
      {
        const YzRect label = { area->x + i * width, area->y, width, row->sheet->height };

        yz_canvas_add_mark (pen->canvas, YZ_MARK_RECORD, &label, row->stations[i]->id);
        draw_label (pen, &label, row->stations[i], row->recipient);
      }
  return row->sheet->height;
}

static Row *
new_row (const Sheet *sheet, const YzGuideContent *content, const YzDocumentOptions *options)
{
  Row *row = g_new0 (Row, 1);

  row->sheet = sheet;
  row->recipient = options->recipient != NULL
                     ? g_strdup (options->recipient)
                     : yz_print_say_both (content->language, "驿站负责人　收", "To the station manager");
  return row;
}

static YzDocument *
build (const Sheet *sheet, const YzGuideContent *content, const YzDocumentOptions *options)
{
  g_autofree char *title =
    g_strconcat (content->area, yz_print_say (content->language, "驿站地址标签", " – address labels"), NULL);
  YzDocument *document = yz_document_new (title);
  YzSection *section = yz_document_add_section (document, 1);
  guint used = options->start > 1 ? options->start - 1 : 0, all = used + content->stations->len;
  Row *row = NULL;

  section->bare = TRUE;
  section->whole = TRUE;
  for (guint i = 0; i < all; i++)
    {
      if (i % sheet->n_columns == 0)
        {
          row = new_row (sheet, content, options);
          yz_section_add (section, yz_pen_block_new (lay_out_row, SHEET, row, row_free));
        }
      if (i >= used)
        row->stations[i % sheet->n_columns] = g_ptr_array_index (content->stations, i - used);
    }
  return document;
}

YzDocument *
yz_address_labels_build_small (const YzGuideContent *content, const YzDocumentOptions *options)
{
  static const Sheet sheet = { 3, 37 };

  return build (&sheet, content, options);
}

YzDocument *
yz_address_labels_build_large (const YzGuideContent *content, const YzDocumentOptions *options)
{
  static const Sheet sheet = { 2, 42.4 };

  return build (&sheet, content, options);
}
