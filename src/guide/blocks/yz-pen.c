#include "config.h"

#include "yz-pen-private.h"

YzPen
yz_pen_to_measure (YzTypesetter *typesetter, double unit)
{
  return (YzPen){ .typesetter = typesetter,
                  .language = yz_typesetter_get_language (typesetter),
                  .unit = unit > 0 ? unit : yz_typesetter_get_scale (typesetter) };
}

YzPen
yz_pen_to_draw (YzCanvas *canvas, double unit)
{
  YzPen pen = yz_pen_to_measure (yz_canvas_get_typesetter (canvas), unit);

  pen.canvas = canvas;
  return pen;
}

/* The typesetter scales every size; what it scales by is part of the unit already. */
static double
type_factor (const YzPen *self)
{
  return self->unit / yz_typesetter_get_scale (self->typesetter);
}

static YzType
scale_type (const YzPen *self, const YzType *type)
{
  YzType scaled = *type;

  scaled.size *= type_factor (self);
  scaled.leading *= type_factor (self);
  return scaled;
}

YzText *
yz_pen_set (const YzPen *self, const YzType *type, const char *text, double width)
{
  const YzType scaled = scale_type (self, type);

  return yz_typesetter_set (self->typesetter, &scaled, text, width);
}

YzText *
yz_pen_fit (const YzPen *self, const YzType *type, const char *text, double width, double floor)
{
  const YzType scaled = scale_type (self, type);

  return yz_typesetter_fit (self->typesetter, &scaled, text, width, floor * type_factor (self));
}

void
yz_pen_show (const YzPen *self, const YzText *text, double x, double y)
{
  if (self->canvas != NULL)
    yz_canvas_show (self->canvas, text, x, y);
}

double
yz_pen_write (const YzPen *self, const YzType *type, const char *text, double x, double y, double width)
{
  g_autoptr (YzText) set = yz_pen_set (self, type, text, width);

  yz_pen_show (self, set, x, y);
  return set->height;
}

double
yz_pen_write_fitted (const YzPen *self, const YzType *type, const char *text, double x, double y, double width,
                     double floor)
{
  g_autoptr (YzText) set = yz_pen_fit (self, type, text, width, floor);

  yz_pen_show (self, set, x, y);
  return set->height;
}

void
yz_pen_symbol (const YzPen *self, const char *name, double x, double y, double size, YzInk ink, YzSymbolStyle style)
{
  if (self->canvas != NULL)
    yz_symbol_draw (self->canvas, name, &(YzRect){ x, y, size, size }, ink, style);
}

void
yz_pen_rule (const YzPen *self, double x, double y, double width, double thickness, YzInk ink)
{
  if (self->canvas != NULL)
    yz_canvas_rule (self->canvas, x, y, width, thickness, ink);
}
