#pragma once

// The transcendental functions of Math (21.3.2), with the results of V8, bit for bit: the
// algorithms and coefficients are those of fdlibm, which V8 uses too.
// docs/decisions/0004-math-functions.md has the reasons. All are within one unit of the last place.
namespace perry::runtime::elementary {

double exp(double x);
double expm1(double x);
double sinh(double x);
double cosh(double x);
double tanh(double x);

double log(double x);
double log1p(double x);
double log2(double x);
double log10(double x);
double asinh(double x);
double acosh(double x);
double atanh(double x);

double sin(double x);
double cos(double x);
double tan(double x);
double asin(double x);
double acos(double x);
double atan(double x);
double atan2(double y, double x);

double cbrt(double x);

}  // namespace perry::runtime::elementary
