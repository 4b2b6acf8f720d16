/*
 * Lays out and draws in one go: the same code says how high something is, and puts it on the page. Where there is no
 * canvas, nothing is drawn. For blocks with many parts.
 */
#pragma once

#include "yz-canvas.h"
#include "yz-symbol.h"

G_BEGIN_DECLS

/**
 * YzPen:
 * @canvas: (nullable): to draw on
 * @typesetter: that texts are set with
 * @language: of the page
 * @unit: what a millimetre of the design is on the page; sizes of type go with it
 */
typedef struct
{
  YzCanvas *canvas;
  YzTypesetter *typesetter;
  YzPrintLanguage language;
  double unit;
} YzPen;

/**
 * yz_pen_to_measure:
 * @unit: see #YzPen; 0 for the scale of @typesetter, at which type has the size that it names
 */
YzPen yz_pen_to_measure (YzTypesetter *typesetter, double unit);

/**
 * yz_pen_to_draw:
 * @unit: likewise
 */
YzPen yz_pen_to_draw (YzCanvas *canvas, double unit);

/**
 * yz_pen_set:
 *
 * Returns: (transfer full): the text, see yz_typesetter_set()
 */
YzText *yz_pen_set (const YzPen *self, const YzType *type, const char *text, double width);

/**
 * yz_pen_fit:
 * @floor: the smallest size in points of the design
 *
 * Returns: (transfer full): the text, see yz_typesetter_fit()
 */
YzText *yz_pen_fit (const YzPen *self, const YzType *type, const char *text, double width, double floor);

/**
 * yz_pen_show:
 *
 * Shows @text, see yz_canvas_show(). Like all that draws here, it does nothing for a pen that only measures.
 */
void yz_pen_show (const YzPen *self, const YzText *text, double x, double y);

/**
 * yz_pen_write:
 *
 * Returns: the text's height
 */
double yz_pen_write (const YzPen *self, const YzType *type, const char *text, double x, double y, double width);

/**
 * yz_pen_write_fitted:
 * @floor: see yz_pen_fit()
 *
 * Returns: the text's height
 */
double yz_pen_write_fitted (const YzPen *self, const YzType *type, const char *text, double x, double y, double width,
                            double floor);

void yz_pen_symbol (const YzPen *self, const char *name, double x, double y, double size, YzInk ink,
                    YzSymbolStyle style);
void yz_pen_rule (const YzPen *self, double x, double y, double width, double thickness, YzInk ink);

G_END_DECLS
