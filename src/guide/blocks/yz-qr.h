/* A code to be scanned with a telephone (QR code, ISO/IEC 18004, made by libqrencode). */
#pragma once

#include "yz-canvas.h"

G_BEGIN_DECLS

/* Below it, telephones no longer read what an office printer makes. Millimetres a module. */
#define YZ_QR_SMALLEST_MODULE 0.4

/**
 * yz_qr_get_width:
 *
 * Returns: the smallest width in millimetres at which @text can be read, 0 if it is too long for any code
 */
double yz_qr_get_width (const char *text);

/**
 * yz_qr_draw:
 * @rect: a square; the white border that the standard asks for lies outside of it
 *
 * Draws nothing for a text that is too long.
 */
void yz_qr_draw (YzCanvas *canvas, const char *text, const YzRect *rect);

G_END_DECLS
