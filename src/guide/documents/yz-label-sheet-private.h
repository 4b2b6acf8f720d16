/*
 * Labels on sheets that are cut already: three by eight of 70 × 37 mm, two by seven of 105 × 42.4 mm. Measures are
 * those of the sheet, whatever the size of type is.
 */
#pragma once

#include "yz-document.h"
#include "yz-pen-private.h"

G_BEGIN_DECLS

/**
 * YzLabelSheet:
 * @n_columns: labels side by side
 * @height: of a label in millimetres
 */
typedef struct
{
  guint n_columns;
  double height;
} YzLabelSheet;

extern const YzLabelSheet yz_label_sheet_small;
extern const YzLabelSheet yz_label_sheet_large;

/**
 * YzLabelLay:
 * @area: of the label, without its padding; what is laid may be higher
 * @label: that is meant
 * @data: of the sheet
 *
 * Returns: the height that is needed
 */
typedef double (*YzLabelLay) (const YzPen *pen, const YzRect *area, gconstpointer label, gconstpointer data);

/**
 * yz_label_sheet_add:
 * @labels: (element-type gpointer): must live as long as the document
 * @ids: (nullable) (element-type utf8): of their records, likewise
 * @start: the first label of the first sheet that is left, from 1
 * @lay: lays out one; what does not fit is set smaller
 * @data: (transfer full) (nullable): for @lay
 */
void yz_label_sheet_add (const YzLabelSheet *self, YzDocument *document, const GPtrArray *labels, const GPtrArray *ids,
                         guint start, YzLabelLay lay, gpointer data, GDestroyNotify free_data);

G_END_DECLS
