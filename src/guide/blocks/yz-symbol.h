/*
 * The symbols of services and facts: those of ui/icons, as vectors. A PDF holds each of them once, however often it is
 * drawn.
 *
 * A symbol never stands alone: whoever draws one writes its word beside it.
 */
#pragma once

#include "yz-canvas.h"

G_BEGIN_DECLS

/**
 * YzSymbolStyle:
 * @YZ_SYMBOL_SOLID: there is such a thing
 * @YZ_SYMBOL_PAUSED: struck by a slash: not at present
 * @YZ_SYMBOL_PLANNED: an outline: not yet
 */
typedef enum
{
  YZ_SYMBOL_SOLID,
  YZ_SYMBOL_PAUSED,
  YZ_SYMBOL_PLANNED,
} YzSymbolStyle;

/**
 * yz_symbol_draw:
 * @name: "yz-service-water-symbolic"; for one that there is not, an empty box is drawn
 * @rect: a square
 */
void yz_symbol_draw (YzCanvas *canvas, const char *name, const YzRect *rect, YzInk ink, YzSymbolStyle style);

/* Those that are drawn already; every typesetter keeps its own. */
YzSymbols *yz_symbols_new (void);
void       yz_symbols_free (YzSymbols *self);

G_END_DECLS
