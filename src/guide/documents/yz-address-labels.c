/* Labels for envelopes and parcels. */
#include "config.h"

#include "yz-documents-private.h"
#include "yz-label-sheet-private.h"

static const YzType address_type = { .size = 10, .leading = 4.8 };
static const YzType name_type = { .size = 12.5, .bold = TRUE, .leading = 5.8 };
static const YzType recipient_type = { .size = 10, .leading = 5 };

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
lay_out_label (const YzPen *pen, const YzRect *area, gconstpointer label, gconstpointer data)
{
  const YzGuideStation *station = label;
  const char *recipient = data;
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

static YzDocument *
build (const YzLabelSheet *sheet, const YzGuideContent *content, const YzDocumentOptions *options)
{
  g_autofree char *title =
    g_strconcat (content->area, yz_print_say (content->language, "驿站地址标签", " – address labels"), NULL);
  char *recipient = options->recipient != NULL
                      ? g_strdup (options->recipient)
                      : yz_print_say_both (content->language, "驿站负责人　收", "To the station manager");
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  YzDocument *document = yz_document_new (title);

  for (guint i = 0; i < content->stations->len; i++)
    g_ptr_array_add (ids, ((const YzGuideStation *) g_ptr_array_index (content->stations, i))->id);
  yz_label_sheet_add (sheet, document, content->stations, ids, options->start, lay_out_label, recipient, g_free);
  return document;
}

YzDocument *
yz_address_labels_build_small (const YzGuideContent *content, const YzDocumentOptions *options)
{
  return build (&yz_label_sheet_small, content, options);
}

YzDocument *
yz_address_labels_build_large (const YzGuideContent *content, const YzDocumentOptions *options)
{
  return build (&yz_label_sheet_large, content, options);
}
