/*
 * What a block draws on: a page in millimetres, on whatever device. Text, rules, boxes and links go through here, so
 * that a test can ask where everything is, and a page in grey is the same page.
 */
#pragma once

#include <cairo.h>

#include "yz-paper.h"
#include "yz-typesetter.h"

G_BEGIN_DECLS

typedef struct _YzCanvas YzCanvas;

/**
 * YzMarkKind:
 * @YZ_MARK_TEXT: a text
 * @YZ_MARK_SYMBOL: a symbol, a pin, a photo or a code to scan
 * @YZ_MARK_RECORD: what stands for a record: where a click leads there
 */
typedef enum
{
  YZ_MARK_TEXT,
  YZ_MARK_SYMBOL,
  YZ_MARK_RECORD,
} YzMarkKind;

/**
 * YzMark:
 * @kind: what it is
 * @box: where on the page, in millimetres; of a text its letters' extents
 * @name: the text, the symbol's name, the record's id
 *
 * Something that was drawn.
 */
typedef struct
{
  YzMarkKind kind;
  YzRect box;
  char *name;
} YzMark;

/**
 * YzCanvasFlags:
 * @YZ_CANVAS_GREY: no colour
 * @YZ_CANVAS_TAGGED: the device keeps links and places, as PDF does
 */
typedef enum
{
  YZ_CANVAS_PLAIN = 0,
  YZ_CANVAS_GREY = 1 << 0,
  YZ_CANVAS_TAGGED = 1 << 1,
} YzCanvasFlags;

/**
 * YzPageFinder:
 * @anchor: a name given to a block
 *
 * Returns: the number of the page where it is, 0 if it is nowhere
 */
typedef guint (*YzPageFinder) (const char *anchor, gpointer data);

/**
 * yz_canvas_new:
 * @cr: in millimetres of the page; must live longer
 * @typesetter: likewise
 *
 * Returns: (transfer full): a canvas
 */
YzCanvas *yz_canvas_new (cairo_t *cr, YzTypesetter *typesetter, YzCanvasFlags flags);

void yz_canvas_free (YzCanvas *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzCanvas, yz_canvas_free)

/**
 * yz_canvas_set_finder:
 *
 * Lets blocks ask on which page another one is.
 */
void yz_canvas_set_finder (YzCanvas *self, YzPageFinder finder, gpointer data);

/**
 * yz_canvas_keep_marks:
 *
 * Keeps what is drawn from now on, for yz_canvas_take_marks().
 */
void yz_canvas_keep_marks (YzCanvas *self);

/**
 * yz_canvas_take_marks:
 *
 * Returns: (transfer full) (element-type YzMark): what was drawn since yz_canvas_keep_marks()
 */
GPtrArray *yz_canvas_take_marks (YzCanvas *self);

/**
 * yz_canvas_fail:
 * @error: (transfer full): why something could not be drawn; the first one is kept
 */
void yz_canvas_fail (YzCanvas *self, GError *error);

/**
 * yz_canvas_check:
 *
 * Returns: %FALSE with %YZ_GUIDE_ERROR_FONT, or with what yz_canvas_fail() was told, if something could not be drawn
 */
gboolean yz_canvas_check (YzCanvas *self, GError **error);

/**
 * yz_canvas_get_cairo:
 *
 * Returns: (transfer none): for what the canvas has no words for, in millimetres; text never goes past the canvas
 */
cairo_t        *yz_canvas_get_cairo (YzCanvas *self);
YzTypesetter   *yz_canvas_get_typesetter (YzCanvas *self);
YzPrintLanguage yz_canvas_get_language (YzCanvas *self);
gboolean        yz_canvas_is_grey (YzCanvas *self);

/**
 * yz_canvas_get_page_of:
 *
 * Returns: the number of the page where a block with @anchor is, 0 if it is nowhere
 */
guint yz_canvas_get_page_of (YzCanvas *self, const char *anchor);

/**
 * yz_canvas_set_ink:
 *
 * Makes @ink the source of what the caller draws with cairo itself.
 */
void yz_canvas_set_ink (YzCanvas *self, YzInk ink);

/**
 * yz_canvas_show:
 * @x: of the left edge of the text's box, in millimetres
 * @y: of its upper edge
 */
void yz_canvas_show (YzCanvas *self, const YzText *text, double x, double y);

/**
 * yz_canvas_show_on_map:
 *
 * As yz_canvas_show(), on a ground that is not plain: a white border keeps it off the letters.
 */
void yz_canvas_show_on_map (YzCanvas *self, const YzText *text, double x, double y);

/**
 * yz_canvas_write:
 * @width: at which lines are broken; 0 for one line
 *
 * Sets and shows @text.
 *
 * Returns: its height
 */
double yz_canvas_write (YzCanvas *self, const YzType *type, const char *text, double x, double y, double width);

/**
 * yz_canvas_rule:
 * @thickness: of the horizontal line, whose middle is at @y
 */
void yz_canvas_rule (YzCanvas *self, double x, double y, double width, double thickness, YzInk ink);

/**
 * yz_canvas_fill:
 *
 * Fills @rect, in millimetres.
 */
void yz_canvas_fill (YzCanvas *self, const YzRect *rect, YzInk ink);

/**
 * yz_canvas_frame:
 * @radius: of the corners
 *
 * Draws the outline of @rect, the line's middle on its edge.
 */
void yz_canvas_frame (YzCanvas *self, const YzRect *rect, double radius, double thickness, YzInk ink);

/**
 * yz_canvas_add_mark:
 *
 * Tells that something other than text stands in @box.
 */
void yz_canvas_add_mark (YzCanvas *self, YzMarkKind kind, const YzRect *box, const char *name);

/**
 * yz_canvas_quote:
 *
 * Returns: (transfer full): @value as cairo wants it in the attributes of a tag
 */
char *yz_canvas_quote (const char *value);

/**
 * yz_canvas_begin_link:
 * @target: an address such as "tel:12351", or "#" and an anchor
 *
 * What is drawn until yz_canvas_end_link() leads there.
 */
void yz_canvas_begin_link (YzCanvas *self, const char *target);
void yz_canvas_end_link (YzCanvas *self);

/**
 * yz_canvas_add_anchor:
 *
 * Makes this place what links and the outline lead to.
 */
void yz_canvas_add_anchor (YzCanvas *self, const char *anchor, double x, double y);

G_END_DECLS
